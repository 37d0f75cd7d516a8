package co.lindero.ingest;

import co.lindero.ingest.source.ResolvedField;
import co.lindero.ingest.source.ResolvedMapping;
import co.lindero.ingest.source.StagedLayer;
import co.lindero.ingest.source.Target;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Turns a staged layer into the table of records, by telling the database how columns become targets. */
final class RecordTable {
    private RecordTable() {}

    /** Makes the table and returns how many records it has. */
    static long create(Handle handle, LoadStore store, ResolvedMapping mapping, StagedLayer staged) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        mapping.fields().forEach(field -> add(fields, field, staged));
        ArrayNode attributes = JsonNodeFactory.instance.arrayNode();
        mapping.attributeColumns()
                .forEach(column -> attributes.addObject().put("name", column).put("column", staged.staged(column)));
        List<String> targets = new ArrayList<>(
                mapping.kind().targets().stream().map(Target::name).toList());
        for (int i = 0; i < mapping.figures().size(); i++) {
            String column = mapping.figures().get(i).column();
            targets.add(figure(i));
            add(
                    fields,
                    new ResolvedField(figure(i), Target.Type.TEXT, List.of(column), null, Map.of(), Map.of()),
                    staged);
        }
        return store.createRecord(handle, targets, fields, attributes);
    }

    /** Name of the target of a column of figures, by its place in the mapping. */
    static String figure(int place) {
        return "figure_" + (place + 1);
    }

    private static void add(ArrayNode fields, ResolvedField field, StagedLayer staged) {
        var node = fields.addObject().put("target", field.target()).put("constant", field.constant());
        ArrayNode columns = node.putArray("columns");
        // the names in the table may differ from those in the file
        field.columns().forEach(column -> columns.add(staged.staged(column)));
        node.set("values", Json.tree(field.values()));
        node.set("foldedValues", Json.tree(field.foldedValues()));
    }
}
