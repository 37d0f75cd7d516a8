package co.lindero.feature;

/** What a property of a feature is; decides how it is read, written, compared and described. */
public enum PropertyType {
    STRING("string"),
    INTEGER("integer"),
    NUMBER("number"),
    BOOLEAN("boolean"),
    DATE("string"),
    /** A number as JSON wrote it: an attribute of a zone. */
    JSON_NUMBER("number"),
    /** A whole number as JSON wrote it: an attribute of a zone. */
    JSON_INTEGER("integer"),
    /** A boolean as JSON wrote it: an attribute of a zone. */
    JSON_BOOLEAN("boolean");

    private final String schemaType;

    PropertyType(String schemaType) {
        this.schemaType = schemaType;
    }

    /** Returns the type that JSON Schema knows. */
    public String schemaType() {
        return schemaType;
    }

    /** Returns whether the value is read as JSON text. */
    public boolean isJson() {
        return this == JSON_NUMBER || this == JSON_INTEGER || this == JSON_BOOLEAN;
    }
}
