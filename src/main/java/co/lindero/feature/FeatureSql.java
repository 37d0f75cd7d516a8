package co.lindero.feature;

import co.lindero.platform.db.BoundSql;
import co.lindero.platform.db.Sql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the statement of a request together: one template under {@code sql/query/feature}, the source of the collection, and
 * expressions of its own closed list of properties. Whatever comes from a request is bound.
 */
final class FeatureSql {
    private static final int BATCH = Integer.MAX_VALUE;
    private static final Map<String, String> NEAR =
            Map.of("feature/from_projects", "feature/near_projects", "feature/from_licences", "feature/near_licences");
    private static final int KEPT = 500;
    private static final Map<String, String> BODIES = new ConcurrentHashMap<>();
    private static final Cache<Shape, String[]> SHAPES =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private static final Cache<TileForm, String> TILES =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private FeatureSql() {}

    private record TileForm(String source, List<Property> properties, boolean thinned) {}

    /**
     * Returns the statement that reads a page, or all features where there is no limit; its last column tells the newest
     * publication where that has to be confirmed.
     */
    static BoundSql select(ItemsRequest request, Confirmation confirmation) {
        return select(request, confirmation, Columns.FEATURES);
    }

    /** Returns the statement that finds which rows a page has: their numbers and what orders them; then likewise. */
    static BoundSql rows(ItemsRequest request, Confirmation confirmation) {
        return select(request, confirmation, Columns.ROWS);
    }

    private enum Columns {
        FEATURES,
        ROWS
    }

    /** All that decides a statement's text, but for conditions. */
    private record Shape(
            String source,
            FeatureLayer.Identity identity,
            List<Property> properties,
            MapCrs crs,
            List<SortKey> sort,
            Columns columns,
            boolean byRow,
            boolean confirmed) {}

    private static BoundSql select(ItemsRequest request, Confirmation confirmation, Columns columns) {
        Map<String, Object> arguments = arguments(request);
        String conditions = conditions(request, arguments) + after(request, arguments);
        arguments.put("limit", request.limit() == null ? BATCH : request.limit());
        arguments.put("offset", request.offset());
        Shape shape = new Shape(
                request.layer().source(),
                request.layer().identity(),
                request.properties(),
                request.crs(),
                request.sort(),
                columns,
                request.isByRow(),
                confirmation.isNeeded());
        String[] around = SHAPES.get(shape, absent -> text(request, absent).split("<conditions>", -1));
        return BoundSql.of(around[0] + conditions + around[1], arguments);
    }

    private static String text(ItemsRequest request, Shape shape) {
        String columns = shape.columns == Columns.FEATURES ? columns(request) : rowColumns(request);
        return filled("select_features", request)
                .replace("<columns>", shape.confirmed ? columns + ", " + body("feature/column_newest") : columns)
                .replace("<order>", order(request));
    }

    /** Returns the statement that reads rows of a collection by their numbers. */
    static BoundSql selectRows(ItemsRequest request, List<Long> rows) {
        Map<String, Object> arguments = arguments(request);
        arguments.put("rows", rows);
        arguments.put("limit", BATCH);
        arguments.put("offset", 0L);
        return BoundSql.of(
                filled("select_features", request)
                        .replace("<columns>", columns(request))
                        .replace("<conditions>", body("feature/clause_rows"))
                        .replace("<order>", "f.id"),
                arguments);
    }

    /** Returns the statement that reads where the features of a collection lie, of no more than so many. */
    static BoundSql boxes(LayerScope scope, FeatureLayer layer, int limit) {
        Map<String, Object> arguments = new TreeMap<>(scope.arguments(layer));
        arguments.put("limit", limit);
        return BoundSql.of(body("feature/select_boxes").replace("<from>", body(layer.source())), arguments);
    }

    /** Returns the statement that tells which of some rows of a collection meet the box of a request, which is in degrees. */
    static BoundSql meeting(ItemsRequest request, List<Long> rows) {
        Map<String, Object> arguments = arguments(request);
        corners(request.box().orElseThrow(), arguments);
        arguments.put("rows", rows);
        return BoundSql.of(filled("select_meeting", request), arguments);
    }

    /** Returns the statement that tells which publication is the newest. */
    static BoundSql newest() {
        return BoundSql.of(body("publication/find_newest"), Map.of());
    }

    /** Returns the statement that makes the next one of a transaction give its first rows soon. */
    static BoundSql preferFirstRows() {
        return BoundSql.of(body("feature/prefer_first_rows"), Map.of());
    }

    /** Returns the statement that counts what matches, wherever a page begins. */
    static BoundSql count(ItemsRequest request) {
        Map<String, Object> arguments = arguments(request);
        return BoundSql.of(
                filled("count_features", request).replace("<conditions>", conditions(request, arguments)), arguments);
    }

    /** Returns the statement that finds the box around all features. */
    static BoundSql extent(LayerScope scope, FeatureLayer layer) {
        return BoundSql.of(body("feature/find_extent").replace("<from>", body(layer.source())), scope.arguments(layer));
    }

    /** Returns the statement that finds between which days features hold. */
    static BoundSql times(LayerScope scope, FeatureLayer layer) {
        return BoundSql.of(body("feature/find_times").replace("<from>", body(layer.source())), scope.arguments(layer));
    }

    /** Returns the statement that reads what meets a tile. */
    static BoundSql tile(
            FeatureLayer layer, List<Property> properties, boolean thinned, Map<String, Object> arguments) {
        TileForm form = new TileForm(layer.source(), properties, thinned);
        return BoundSql.of(TILES.get(form, FeatureSql::text), arguments);
    }

    private static String text(TileForm form) {
        StringBuilder columns = new StringBuilder();
        form.properties.forEach(property -> columns.append(", ").append(property.column()));
        return body("feature/select_tile")
                .replace("<columns>", columns)
                .replace("<from>", body(form.source))
                .replace("<thinned>", form.thinned ? body("feature/clause_thinned") : "");
    }

    /** Returns the statement that lists the values of a property. */
    static BoundSql values(
            FeatureLayer layer, Property property, @Nullable Property label, Map<String, Object> arguments) {
        return BoundSql.of(
                body("feature/list_values")
                        .replace("<value>", property.comparable())
                        .replace("<label>", label == null ? "NULL::text" : label.comparable())
                        .replace("<from>", body(layer.source())),
                arguments);
    }

    private static Map<String, Object> arguments(ItemsRequest request) {
        return new TreeMap<>(request.scope().arguments(request.layer()));
    }

    private static String filled(String template, ItemsRequest request) {
        return body("feature/" + template)
                .replace("<from>", body(request.layer().source()));
    }

    /** A statement without its header comment. */
    private static String body(String name) {
        return BODIES.computeIfAbsent(
                name,
                file -> Sql.query(file)
                        .lines()
                        .filter(line -> !line.startsWith("--"))
                        .collect(Collectors.joining("\n")));
    }

    /** Number of the row, values of the order as text, and the key where it orders. */
    private static String rowColumns(ItemsRequest request) {
        List<String> columns = new ArrayList<>(List.of("f.id"));
        request.sort().forEach(key -> columns.add("(" + key.property().comparable() + ")::text"));
        if (!request.isByRow()) {
            columns.addAll(request.order());
        }
        return String.join(", ", columns);
    }

    /** Number of the row, key columns, values of the order as text, geometry, properties. */
    private static String columns(ItemsRequest request) {
        List<String> columns = new ArrayList<>(List.of("f.id"));
        columns.addAll(request.layer().identity().columns());
        request.sort().forEach(key -> columns.add("(" + key.property().comparable() + ")::text"));
        columns.add("ST_AsBinary(" + request.crs().geometry() + ")");
        request.properties().forEach(property -> columns.add(property.column()));
        return String.join(", ", columns);
    }

    private static String conditions(ItemsRequest request, Map<String, Object> arguments) {
        StringBuilder sql = new StringBuilder();
        request.box().ifPresent(box -> sql.append(near(request.layer(), box)).append(box(box, arguments)));
        for (RowCondition condition : request.conditions()) {
            sql.append("\nAND (").append(condition.sql()).append(')');
            arguments.putAll(condition.arguments());
        }
        return sql.toString();
    }

    /** What is drawn from several tables has no spatial index of its own: what may meet the box is found beforehand. */
    private static String near(FeatureLayer layer, Bbox box) {
        String file = NEAR.get(layer.source());
        return file == null || box.crosses() || box.crs().box() == MapCrs.Box.TRANSFORMED
                ? ""
                : "\n" + body(file).replace("<column>", box.crs().geometry().substring("f.".length())) + "\n";
    }

    private static void corners(Bbox box, Map<String, Object> arguments) {
        arguments.put("minX", box.minX());
        arguments.put("minY", box.minY());
        arguments.put("maxX", box.maxX());
        arguments.put("maxY", box.maxY());
    }

    private static String box(Bbox box, Map<String, Object> arguments) {
        corners(box, arguments);
        arguments.put("slack", 2 * box.singlePrecision());
        arguments.put("boxSrid", box.crs().srid());
        return switch (box.crs().box()) {
            case COPY, LON_LAT ->
                body(box.crosses() ? "feature/clause_two_boxes" : "feature/clause_box")
                        .replace("<geometry>", box.crs().geometry());
            case TRANSFORMED -> body("feature/clause_foreign_box").replace("<geometry>", "f.geom");
        };
    }

    private static String order(ItemsRequest request) {
        List<String> order = new ArrayList<>();
        request.sort()
                .forEach(key ->
                        order.add(comparable(key.property()) + (key.descending() ? " DESC" : "") + " NULLS LAST"));
        order.addAll(request.order());
        return String.join(", ", order);
    }

    /** Texts are compared byte by byte: the same everywhere, and what indexes are made for. */
    private static String comparable(Property property) {
        return property.type() == PropertyType.STRING
                ? property.comparable() + " COLLATE \"C\""
                : property.comparable();
    }

    /** Rows that come after the one whose values are given; absent nulls come last. */
    private static String after(ItemsRequest request, Map<String, Object> arguments) {
        if (request.isByRow()) {
            List<String> place = request.after();
            arguments.put("afterRow", place == null ? 0L : Long.parseLong(place.get(0)));
            return "\nAND f.id > :afterRow";
        }
        List<String> key = request.order();
        String keyColumns = "(" + String.join(", ", key) + ")";
        List<String> values = request.after();
        if (values == null) {
            // an index that leads by the key is taken more readily where the key is bounded
            arguments.put("afterKey", "");
            return "\nAND " + key.get(0) + " >= :afterKey";
        }
        int sorted = request.sort().size();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            arguments.put("afterKey" + i, values.get(sorted + i));
            names.add(":afterKey" + i);
        }
        String condition = keyColumns + " > (" + String.join(", ", names) + ")";
        for (int i = sorted - 1; i >= 0; i--) {
            condition = after(request.sort().get(i), i, values.get(i), condition, arguments);
        }
        return "\nAND (" + condition + ")";
    }

    private static String after(SortKey key, int number, String value, String rest, Map<String, Object> arguments) {
        String column = comparable(key.property());
        if (value == null) {
            return column + " IS NULL AND " + rest;
        }
        arguments.put("afterSort" + number, value);
        String bound =
                "CAST(:afterSort" + number + " AS " + sqlType(key.property().type()) + ")";
        String further = column + (key.descending() ? " < " : " > ") + bound + " OR " + column + " IS NULL";
        return "(" + further + ") OR (" + column + " = " + bound + " AND (" + rest + "))";
    }

    /** Returns the condition that a property has the value of a parameter. */
    static String equality(Property property, String parameter) {
        return property.comparable() + " = CAST(:" + parameter + " AS " + sqlType(property.type()) + ")";
    }

    /** Returns the SQL type of a property's comparable expression. */
    static String sqlType(PropertyType type) {
        return switch (type) {
            case STRING -> "text";
            case INTEGER -> "bigint";
            case NUMBER, JSON_NUMBER, JSON_INTEGER -> "double precision";
            case BOOLEAN, JSON_BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamptz";
        };
    }
}
