package co.lindero.risk;

import co.lindero.platform.json.Json;
import co.lindero.risk.ExposureAnswer.Row;
import co.lindero.risk.ExposureService.Mapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Exposure as a map layer: a GeoJSON feature a row, with the outline of its group in longitude, latitude. Pure. */
public final class ExposureMap {
    private ExposureMap() {}

    /** Returns the feature collection; what lies in no group, and groups without ground, have no geometry. */
    public static ObjectNode render(Mapped mapped) {
        ObjectNode collection = (ObjectNode) Json.tree(mapped.answer());
        ArrayNode rows = (ArrayNode) collection.remove("rows");
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        result.put("numberReturned", rows.size());
        ArrayNode features = result.putArray("features");
        for (int i = 0; i < rows.size(); i++) {
            Row row = mapped.answer().rows().get(i);
            JsonNode outline = row.code() == null ? null : mapped.outlines().get(row.code());
            ObjectNode feature = features.addObject().put("type", "Feature");
            feature.put("id", (row.code() == null ? "none" : row.code()) + "/" + row.level());
            feature.set("geometry", outline == null ? JsonNodeFactory.instance.nullNode() : outline);
            feature.set("properties", rows.get(i));
        }
        result.setAll(collection);
        return result;
    }
}
