package co.lindero.feature;

import co.lindero.cql.CqlColumn;
import co.lindero.cql.CqlColumns;
import co.lindero.cql.CqlException;
import co.lindero.cql.CqlFragment;
import co.lindero.cql.CqlSql;
import co.lindero.cql.CqlText;
import co.lindero.cql.CqlType;
import co.lindero.cql.FilterCrs;
import co.lindero.platform.http.Query;
import co.lindero.platform.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code filter}, {@code filter-lang} and {@code filter-crs}: CQL2 text over the queryables of the collection. */
final class Filters {
    private static final String LANGUAGE = "cql2-text";

    private final MapCrsList systems;
    private final int srid;

    Filters(MapCrsList systems) {
        this.systems = systems;
        this.srid = systems.storage().srid();
    }

    /**
     * Returns the condition that a request's filter states.
     *
     * @throws Problem {@code invalid-parameter} with line and column of the fault
     */
    Optional<RowCondition> read(Query query, FeatureLayer layer) {
        MapCrs crs = systems.get(query, "filter-crs");
        query.find("filter-lang").ifPresent(Filters::requireLanguage);
        return query.find("filter").map(text -> condition(text, columns(layer), filterCrs(crs)));
    }

    private static void requireLanguage(String language) {
        if (!language.equals(LANGUAGE)) {
            throw Query.invalid(
                    "filter-lang",
                    "«filter-lang» debe ser " + LANGUAGE + ".",
                    "'filter-lang' must be " + LANGUAGE + ".");
        }
    }

    private static FilterCrs filterCrs(MapCrs crs) {
        return new FilterCrs(
                crs.srid(),
                crs.northFirst() ? FilterCrs.Axes.Y_FIRST : FilterCrs.Axes.X_FIRST,
                crs.degrees() ? FilterCrs.Surface.GLOBE : FilterCrs.Surface.PLANE);
    }

    private static RowCondition condition(String text, CqlColumns columns, FilterCrs crs) {
        try {
            CqlFragment fragment = CqlSql.render(CqlText.parse(text, columns.names()), columns, crs);
            return new RowCondition(fragment.sql(), fragment.binds());
        } catch (CqlException e) {
            throw refused(e);
        }
    }

    private static Problem refused(CqlException e) {
        Problem problem = Query.invalid(
                        "filter",
                        "«filter», línea " + e.line() + ", columna " + e.column() + ": "
                                + e.message().es(),
                        "'filter', line " + e.line() + ", column " + e.column() + ": "
                                + e.message().en())
                .with("line", e.line())
                .with("column", e.column());
        problem.addSuppressed(e);
        return problem;
    }

    private CqlColumns columns(FeatureLayer layer) {
        Map<String, CqlColumn> columns = new TreeMap<>();
        for (Property property : layer.properties()) {
            columns.put(property.name(), column(property));
        }
        Map<Integer, String> copies = new TreeMap<>(Map.of(4326, "f.geom_4326", 3857, "f.geom_3857"));
        copies.put(srid, "f.geom");
        columns.put("geometry", CqlColumn.ofGeometry(copies));
        // the name that the standard's own examples and tests use; a property of that name is itself
        columns.putIfAbsent("geom", columns.get("geometry"));
        return new CqlColumns(columns);
    }

    private static CqlColumn column(Property property) {
        String attribute = property.attribute();
        if (attribute != null) {
            return CqlColumn.ofJson(jsonType(property.type()), "f.attributes", attribute);
        }
        return switch (property.type()) {
            case NUMBER, JSON_NUMBER, JSON_INTEGER -> CqlColumn.ofDouble(property.column());
            case INTEGER -> CqlColumn.of(CqlType.NUMBER, property.column());
            case BOOLEAN, JSON_BOOLEAN -> CqlColumn.of(CqlType.BOOLEAN, property.column());
            case DATE -> CqlColumn.of(CqlType.DATE, property.column());
            case TIMESTAMP -> CqlColumn.of(CqlType.TIMESTAMP, property.column());
            case STRING -> CqlColumn.of(CqlType.TEXT, property.column());
        };
    }

    private static CqlType jsonType(PropertyType type) {
        return switch (type) {
            case NUMBER, INTEGER, JSON_NUMBER, JSON_INTEGER -> CqlType.NUMBER;
            case BOOLEAN, JSON_BOOLEAN -> CqlType.BOOLEAN;
            case TIMESTAMP -> CqlType.TIMESTAMP;
            case DATE -> CqlType.DATE;
            case STRING -> CqlType.TEXT;
        };
    }
}
