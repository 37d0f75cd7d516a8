package co.lindero.ingest.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer that lies in a staging table.
 *
 * @param schema schema of the table
 * @param table name of the table
 * @param columns source columns and what they are called there, besides {@code fid} and {@code geom}
 * @param source the layer it was copied from
 * @param personal columns that were left out, each with the number of records in which it is filled, -1 if uncounted
 * @param noticed what else was noticed when it was copied
 */
public record StagedLayer(
        String schema,
        String table,
        List<Column> columns,
        LayerInfo source,
        Map<String, Long> personal,
        List<SourceFinding> noticed) {
    /**
     * A copied column.
     *
     * @param source name in the file
     * @param staged name in the table; another one only where the first is taken or too long
     */
    public record Column(String source, String staged) {}

    public StagedLayer {
        columns = List.copyOf(columns);
        noticed = List.copyOf(noticed);
        personal = Collections.unmodifiableMap(new LinkedHashMap<>(personal));
    }

    /** Whether the table has a column {@code geom}. */
    public boolean hasGeometry() {
        return source.hasGeometry();
    }

    /** Returns the name in the table of a column of the file. */
    public String staged(String column) {
        return columns.stream()
                .filter(each -> each.source().equals(column))
                .findFirst()
                .orElseThrow()
                .staged();
    }

    /** Returns what the copying changed or left out, as findings. */
    public List<SourceFinding> findings() {
        List<SourceFinding> findings = new ArrayList<>(noticed);
        if (source.hasZ() || source.hasM()) {
            findings.add(SourceFinding.info(
                    "heights-dropped",
                    "La capa trae alturas o medidas (Z/M); se cargó en dos dimensiones.",
                    "The layer has heights or measures (Z/M); it was loaded in two dimensions."));
        }
        if (source.hasCurves()) {
            findings.add(SourceFinding.warning(
                    "curves-straightened",
                    "La capa trae arcos; se cargaron como líneas de tramos rectos.",
                    "The layer has arcs; they were loaded as lines of straight segments."));
        }
        if (!personal.isEmpty()) {
            findings.add(SourceFinding.info(
                    "personal-columns-skipped",
                    "No se leyeron " + personal.size() + " columnas con datos personales: "
                            + String.join(", ", personal.keySet()) + ".",
                    personal.size() + " columns with personal data were not read: "
                            + String.join(", ", personal.keySet()) + "."));
        }
        return findings;
    }
}
