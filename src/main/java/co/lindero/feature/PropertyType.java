package co.lindero.feature;

import java.util.Optional;

/** What a property of a feature is; decides how it is read, written, compared and described. */
public enum PropertyType {
    STRING("string"),
    INTEGER("integer"),
    NUMBER("number"),
    BOOLEAN("boolean"),
    DATE("string"),
    /** An instant, written with its offset: an attribute of a zone. */
    TIMESTAMP("string"),
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

    /** Returns the format that JSON Schema knows, empty where the type says all. */
    public Optional<String> schemaFormat() {
        return switch (this) {
            case DATE -> Optional.of("date");
            case TIMESTAMP -> Optional.of("date-time");
            default -> Optional.empty();
        };
    }

    /** Returns whether the value is read as JSON text. */
    public boolean isJson() {
        return this == JSON_NUMBER || this == JSON_INTEGER || this == JSON_BOOLEAN;
    }
}
