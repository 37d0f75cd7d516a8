package co.lindero.feature;

import co.lindero.law.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One property of a collection's features.
 *
 * @param name name in answers, filters and query parameters
 * @param type type
 * @param column expression over the source's aliases whose value is shown; JSON where the type says so
 * @param comparable expression of the property's own SQL type, for filters and order
 * @param title what it is, for people
 * @param attribute name of the attribute that a file brought, where it is one
 */
public record Property(
        String name,
        PropertyType type,
        String column,
        String comparable,
        Bilingual title,
        @Nullable String attribute) {
    /** Of the name alone: lists of properties are looked up for every request, and no list has a name twice. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Makes a property that is a column of the source. */
    static Property of(String name, PropertyType type, String spanish, String english) {
        return new Property(name, type, "f." + name, "f." + name, new Bilingual(spanish, english), null);
    }

    /** Makes a property of an expression over the source. */
    static Property from(String name, PropertyType type, String column, String spanish, String english) {
        return new Property(name, type, column, column, new Bilingual(spanish, english), null);
    }

    /**
     * Makes a property of an attribute that a file brought.
     *
     * @param name name of the attribute, any text: it enters the statement as a quoted literal
     * @param exposed name in answers
     */
    static Property attribute(String name, String exposed, String kind) {
        String literal = '\'' + name.replace("'", "''") + '\'';
        String text = "(f.attributes ->> " + literal + ")";
        String json = "(f.attributes -> " + literal + ")";
        Bilingual title = new Bilingual(exposed, exposed);
        return switch (kind) {
            case "number" ->
                new Property(exposed, PropertyType.JSON_NUMBER, json, cast(text, "double precision"), title, name);
            case "integer" ->
                new Property(exposed, PropertyType.JSON_INTEGER, json, cast(text, "double precision"), title, name);
            case "boolean" ->
                new Property(exposed, PropertyType.JSON_BOOLEAN, json, cast(text, "boolean"), title, name);
            case "date" ->
                new Property(exposed, PropertyType.DATE, text, "lindero.iso_day_from(" + text + ")", title, name);
            case "timestamp" ->
                new Property(exposed, PropertyType.TIMESTAMP, text, "lindero.instant_from(" + text + ")", title, name);
            default -> new Property(exposed, PropertyType.STRING, text, text, title, name);
        };
    }

    private static String cast(String text, String type) {
        return "CAST(" + text + " AS " + type + ")";
    }
}
