package co.lindero.ingest.source;

import co.lindero.platform.problem.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns an inspection into maps and lists; keys are always there, null where there is nothing. */
final class InspectionMap {
    private InspectionMap() {}

    static Map<String, Object> of(Inspection inspection, Language language) {
        return map(
                "file", inspection.file(),
                "layers",
                        inspection.layers().stream()
                                .map(layer -> layer(layer, language))
                                .toList());
    }

    private static Map<String, Object> layer(Inspection.Layer layer, Language language) {
        LayerInfo info = layer.info();
        Extent box = info.extent();
        return map(
                "name", info.name(),
                "file", info.file(),
                "format", layer.format().title(),
                "featureCount", info.featureCount(),
                "geometryType", info.geometryType(),
                "crs", info.crs().map(SourceCrs::label).orElse(null),
                "crsProblem",
                        layer.crsProblem() == null ? null : layer.crsProblem().detail(language),
                "extent", box == null ? null : List.of(box.minX(), box.minY(), box.maxX(), box.maxY()),
                "encoding",
                        map(
                                "name",
                                layer.encoding().name(),
                                "from",
                                layer.encoding().origin().name()),
                "kind", layer.kind().word(),
                "profile", layer.profile(),
                "fields", layer.columns().stream().map(InspectionMap::column).toList(),
                "findings",
                        layer.findings().stream()
                                .map(finding -> finding(finding, language))
                                .toList(),
                "mapping", MappingProposal.render(layer, language));
    }

    private static Map<String, Object> column(Inspection.Column column) {
        return map(
                "name", column.field().name(),
                "type", column.field().type(),
                "personal", column.personal(),
                "samples", column.samples());
    }

    private static Map<String, Object> finding(SourceFinding finding, Language language) {
        return map(
                "level", finding.level().name(),
                "code", finding.code(),
                "message", finding.message(language));
    }

    @SuppressWarnings("NullAway")
    private static Map<String, Object> map(@Nullable Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
