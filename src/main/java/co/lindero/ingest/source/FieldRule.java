package co.lindero.ingest.source;

import java.util.List;

/** Where the value of a target comes from. */
public sealed interface FieldRule {
    /**
     * The first of these columns that the layer has.
     *
     * @param names columns, at least one
     * @param where place in the mapping file
     */
    record Column(List<String> names, String where) implements FieldRule {
        public Column {
            names = List.copyOf(names);
        }
    }

    /**
     * Several columns written one after the other with a blank between them.
     *
     * @param names columns, at least one
     * @param where place in the mapping file
     */
    record Joined(List<String> names, String where) implements FieldRule {
        public Joined {
            names = List.copyOf(names);
        }
    }

    /**
     * The same value in every record.
     *
     * @param value the value
     * @param where place in the mapping file
     */
    record Constant(String value, String where) implements FieldRule {}

    /** Returns the place in the mapping file. */
    String where();
}
