package co.lindero.cql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a statement in the making: each gets a parameter, cast to the type it is meant as. */
final class Binds {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Returns the SQL that stands for a value; the same text bound twice has two parameters. */
    String add(String value, String sqlType) {
        return cast(value, sqlType);
    }

    /** Returns the SQL that stands for a list of values. */
    String add(List<String> list, String sqlType) {
        return cast(list, sqlType + "[]");
    }

    private String cast(Object value, String sqlType) {
        String name = "cql" + (values.size() + 1);
        values.put(name, value);
        return "CAST(:" + name + " AS " + sqlType + ")";
    }

    Map<String, Object> values() {
        return values;
    }
}
