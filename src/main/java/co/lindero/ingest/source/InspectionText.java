package co.lindero.ingest.source;

import co.lindero.platform.problem.Language;
import java.util.List;

/** Writes an inspection for a terminal. */
final class InspectionText {
    private final Inspection inspection;
    private final Language language;
    private final StringBuilder out = new StringBuilder();

    InspectionText(Inspection inspection, Language language) {
        this.inspection = inspection;
        this.language = language;
    }

    String render() {
        line("Archivo", "File", inspection.file());
        inspection.layers().forEach(this::layer);
        return out.toString();
    }

    private void layer(Inspection.Layer layer) {
        LayerInfo info = layer.info();
        out.append('\n');
        line("Capa", "Layer", info.name() + " (" + info.file() + ")");
        line("Formato", "Format", layer.format().title());
        line("Registros", "Records", String.valueOf(info.featureCount()));
        line("Geometría", "Geometry", info.hasGeometry() ? info.geometryType() : word("ninguna", "none"));
        if (info.hasGeometry()) {
            crs(layer);
        }
        line("Codificación", "Encoding", encoding(layer.encoding()));
        line("Perfil", "Profile", layer.profile() + " (" + layer.kind().word() + ")");
        layer.findings().forEach(finding -> line("Aviso", "Notice", finding.message(language)));
        columns(layer.columns());
        out.append('\n')
                .append(word("Asignación propuesta:", "Proposed mapping:"))
                .append('\n');
        MappingProposal.render(layer, language)
                .lines()
                .forEach(text -> out.append("  ").append(text).append('\n'));
    }

    private void crs(Inspection.Layer layer) {
        line(
                "Coordenadas",
                "CRS",
                layer.info().crs().map(crs -> crs.label() + " " + crs.name()).orElse(word("desconocidas", "unknown")));
        Extent extent = layer.info().extent();
        if (extent != null) {
            line("Extensión", "Extent", extent.text());
        }
        if (layer.crsProblem() != null) {
            line("Problema", "Problem", layer.crsProblem().detail(language));
            String hint = layer.crsProblem().hint(language);
            if (hint != null) {
                line("Qué hacer", "What to do", hint);
            }
        }
    }

    private String encoding(TextEncoding encoding) {
        String name = encoding.name() == null ? "UTF-8" : encoding.name();
        return name + " ("
                + switch (encoding.origin()) {
                    case GIVEN -> word("declarada", "declared");
                    case CPG -> word("del archivo .cpg", "from the .cpg file");
                    case LANGUAGE_ID -> word("del encabezado del .dbf", "from the .dbf header");
                    case GUESSED -> word("deducida de los bytes", "told from the bytes");
                    case ASCII -> word("solo ASCII", "ASCII only");
                    case FORMAT -> word("del formato", "from the format");
                }
                + ")";
    }

    private void columns(List<Inspection.Column> columns) {
        out.append(word("Columnas:", "Columns:")).append('\n');
        for (Inspection.Column column : columns) {
            out.append("  ")
                    .append(column.field().name())
                    .append(": ")
                    .append(column.field().type());
            out.append(column.personal() ? word(" [dato personal]", " [personal]") : "");
            out.append("  ").append(String.join(" | ", column.samples())).append('\n');
        }
    }

    private void line(String spanish, String english, String value) {
        out.append(String.format("%-13s %s%n", language.pick(spanish, english) + ":", value));
    }

    private String word(String spanish, String english) {
        return language.pick(spanish, english);
    }
}
