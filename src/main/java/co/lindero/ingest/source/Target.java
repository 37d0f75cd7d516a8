package co.lindero.ingest.source;

/**
 * A field of ours that a column may be mapped to.
 *
 * @param name as mapping files write it
 * @param required whether a load needs it
 * @param type what its values must be
 */
public record Target(String name, boolean required, Type type) {
    /** What values must be. */
    public enum Type {
        TEXT,
        INTEGER,
        NUMBER
    }

    static Target text(String name) {
        return new Target(name, false, Type.TEXT);
    }

    static Target required(String name) {
        return new Target(name, true, Type.TEXT);
    }
}
