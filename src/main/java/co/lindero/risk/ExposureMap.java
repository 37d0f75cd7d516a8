package co.lindero.risk;

import co.lindero.platform.http.QueryLinks;
import co.lindero.platform.json.Json;
import co.lindero.risk.ExposureAnswer.Row;
import co.lindero.risk.ExposureService.Mapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Exposure as a map layer: a GeoJSON feature (RFC 7946) a row, with the outline of its group in longitude, latitude. GDAL and QGIS
 * take {@code name} for the name of the layer; {@code units} says what figures are in. Pure.
 */
public final class ExposureMap {
    private static final JsonNode UNITS = units();

    private ExposureMap() {}

    private static ObjectNode units() {
        ObjectNode units = JsonNodeFactory.instance.objectNode();
        Stream.of("drawnM2", "groundM2", "builtM2", "footprintM2", "unknownM2").forEach(name -> units.put(name, "m2"));
        Stream.of("share", "shareOfTotal").forEach(name -> units.put(name, "1"));
        return units;
    }

    /** Returns the feature collection; what lies in no group, and groups without ground, have no geometry. */
    public static ObjectNode render(Mapped mapped, List<QueryLinks.Link> links) {
        ExposureAnswer answer = mapped.answer();
        ObjectNode collection = (ObjectNode) Json.tree(answer);
        ArrayNode rows = (ArrayNode) collection.remove("rows");
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        result.put("name", name(answer));
        result.set("links", Json.tree(links));
        result.set("units", UNITS);
        result.put("numberReturned", rows.size());
        ArrayNode features = result.putArray("features");
        for (int i = 0; i < rows.size(); i++) {
            Row row = answer.rows().get(i);
            JsonNode outline = row.code() == null ? null : mapped.outlines().get(row.code());
            ObjectNode feature = features.addObject().put("type", "Feature");
            feature.put("id", (row.code() == null ? "none" : row.code()) + "/" + row.level());
            feature.set("geometry", outline == null ? JsonNodeFactory.instance.nullNode() : outline);
            feature.set("properties", rows.get(i));
        }
        result.setAll(collection);
        return result;
    }

    /** Returns the name of the layer, which is that of a file that holds it too. */
    static String name(ExposureAnswer answer) {
        return "exposure-" + answer.theme() + "-" + answer.by() + (answer.level() == null ? "" : "-" + answer.level());
    }
}
