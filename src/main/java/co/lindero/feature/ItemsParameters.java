package co.lindero.feature;

import co.lindero.platform.http.Query;
import co.lindero.platform.problem.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of a list of features; all that are wrong are told at once. */
final class ItemsParameters {
    static final int MOST = 10_000;
    static final int DEFAULT = 10;
    static final long FARTHEST_OFFSET = 1_000_000_000L;
    /** Parameters that every list of features takes, besides a collection's properties. */
    static final Set<String> FIXED = Set.of(
            "municipality",
            "datetime",
            "knownAt",
            "f",
            "limit",
            "offset",
            "after",
            "bbox",
            "bbox-crs",
            "crs",
            "properties",
            "sortby",
            "count",
            "filter",
            "filter-lang",
            "filter-crs");

    /** As RFC 3339 writes it, or as PostgreSQL does in the place of a page. */
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd['T'][' ']HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S][XXX][X]")
            .withResolverStyle(ResolverStyle.STRICT);

    private final MapCrsList systems;
    private final Filters filters;

    ItemsParameters(MapCrsList systems) {
        this.systems = systems;
        this.filters = new Filters(systems);
    }

    /** Returns the names that a collection's list takes. */
    static Set<String> names(FeatureLayer layer) {
        Set<String> names = new HashSet<>(FIXED);
        layer.properties().forEach(property -> names.add(property.name()));
        return names;
    }

    /** How many features are meant where no limit is given. */
    enum Unlimited {
        /** A page. */
        PAGE,
        /** All of them. */
        ALL
    }

    /**
     * Understands a request.
     *
     * @throws Problem {@code invalid-parameter}, naming every parameter that is wrong
     */
    ItemsRequest read(Query query, LayerScope scope, FeatureLayer layer, Unlimited unlimited) {
        Faults faults = new Faults();
        Optional<Integer> limit = faults.take(() -> query.integer("limit", 1, MOST), Optional.empty());
        Optional<Long> offset = faults.take(() -> query.whole("offset", 0, FARTHEST_OFFSET), Optional.empty());
        MapCrs crs = faults.take(() -> systems.get(query, "crs"), systems.crs84());
        Optional<Bbox> box = faults.take(() -> Bbox.read(query, systems), Optional.empty());
        List<SortKey> sort = faults.take(() -> sort(query, layer), List.of());
        List<Property> properties = faults.take(() -> properties(query, layer), List.of());
        boolean count = faults.take(() -> query.bool("count"), Optional.<Boolean>empty())
                .orElse(false);
        List<RowCondition> conditions = new ArrayList<>();
        equalities(query, layer, faults, conditions);
        faults.take(() -> filters.read(query, layer), Optional.<RowCondition>empty())
                .ifPresent(conditions::add);
        boolean byRow = ItemsRequest.isByRow(box, sort);
        int places = byRow ? 1 : sort.size() + layer.identity().columns().size();
        List<@Nullable String> after = faults.take(
                        () -> query.find("after").map(token -> place(token, places, sort, byRow, offset)),
                        Optional.<List<@Nullable String>>empty())
                .orElse(null);
        faults.require();
        Integer most = limit.isEmpty() && unlimited == Unlimited.ALL ? null : limit.orElse(DEFAULT);
        return new ItemsRequest(
                scope, layer, crs, box, conditions, sort, properties, most, offset.orElse(0L), after, count);
    }

    private static List<@Nullable String> place(
            String token, int places, List<SortKey> sort, boolean byRow, Optional<Long> offset) {
        if (offset.isPresent()) {
            throw Query.invalid(
                    "after", "«after» y «offset» no van juntos.", "'after' and 'offset' do not go together.");
        }
        List<@Nullable String> place = PageToken.read(token, places);
        for (int i = 0; i < places; i++) {
            String value = place.get(i);
            PropertyType type = i < sort.size()
                    ? sort.get(i).property().type()
                    : byRow ? PropertyType.INTEGER : PropertyType.STRING;
            if (value == null ? i >= sort.size() : !reads(value, type)) {
                return PageToken.read("", places);
            }
        }
        return place;
    }

    private static boolean reads(String value, PropertyType type) {
        try {
            typed(value, type);
            return true;
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    /** Checks that a text is a value of a type, as the database will read it. */
    private static void typed(String value, PropertyType type) {
        switch (type) {
            case INTEGER -> Long.parseLong(value);
            case NUMBER, JSON_NUMBER, JSON_INTEGER -> {
                if (!Double.isFinite(new BigDecimal(value).doubleValue()) || value.length() > 60) {
                    throw new NumberFormatException(value);
                }
            }
            case DATE -> LocalDate.parse(value);
            case TIMESTAMP -> OffsetDateTime.parse(value, INSTANT);
            case BOOLEAN, JSON_BOOLEAN -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw new IllegalArgumentException(value);
                }
            }
            case STRING -> {
                if (value.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("NUL");
                }
            }
        }
    }

    private static void equalities(Query query, FeatureLayer layer, Faults faults, List<RowCondition> conditions) {
        for (Map.Entry<String, String> given : query.values().entrySet()) {
            if (!FIXED.contains(given.getKey())) {
                Property property = layer.find(given.getKey()).orElseThrow();
                String name = "equal" + conditions.size();
                faults.take(
                        () -> {
                            requireReadable(property, given.getValue());
                            return conditions.add(new RowCondition(
                                    FeatureSql.equality(property, name), Map.of(name, given.getValue())));
                        },
                        false);
            }
        }
    }

    private static void requireReadable(Property property, String value) {
        if (!reads(value, property.type())) {
            String name = property.name();
            throw Query.invalid(
                    name,
                    "«" + name + "» debe ser " + inSpanish(property.type()) + ".",
                    "'" + name + "' must be " + inEnglish(property.type()) + ".");
        }
    }

    private static String inSpanish(PropertyType type) {
        return switch (type) {
            case INTEGER, JSON_INTEGER -> "un número entero";
            case NUMBER, JSON_NUMBER -> "un número";
            case DATE -> "una fecha AAAA-MM-DD";
            case TIMESTAMP -> "un instante AAAA-MM-DDThh:mm:ssZ";
            case BOOLEAN, JSON_BOOLEAN -> "true o false";
            case STRING -> "un texto sin el carácter nulo";
        };
    }

    private static String inEnglish(PropertyType type) {
        return switch (type) {
            case INTEGER, JSON_INTEGER -> "a whole number";
            case NUMBER, JSON_NUMBER -> "a number";
            case DATE -> "a date YYYY-MM-DD";
            case TIMESTAMP -> "an instant YYYY-MM-DDThh:mm:ssZ";
            case BOOLEAN, JSON_BOOLEAN -> "true or false";
            case STRING -> "a text without the null character";
        };
    }

    private static List<SortKey> sort(Query query, FeatureLayer layer) {
        List<SortKey> sort = new ArrayList<>();
        for (String item : query.find("sortby").map(text -> text.split(",", -1)).orElse(new String[0])) {
            String text = item.strip();
            boolean signed = text.startsWith("-") || text.startsWith("+");
            sort.add(new SortKey(property(layer, "sortby", signed ? text.substring(1) : text), text.startsWith("-")));
        }
        return sort;
    }

    private static List<Property> properties(Query query, FeatureLayer layer) {
        if (query.find("properties").isEmpty()) {
            return layer.properties();
        }
        Set<Property> chosen = new LinkedHashSet<>();
        for (String name : query.get("properties").split(",", -1)) {
            if (!name.strip().equals("geometry")) {
                chosen.add(property(layer, "properties", name.strip()));
            }
        }
        return List.copyOf(chosen);
    }

    private static Property property(FeatureLayer layer, String parameter, String name) {
        return layer.find(name).orElseThrow(() -> {
            String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
            String known = String.join(
                    ", ", layer.properties().stream().map(Property::name).toList());
            return Query.invalid(
                    parameter,
                    "«" + parameter + "»: la colección no tiene la propiedad «" + shown + "». Tiene: " + known + ".",
                    "'" + parameter + "': the collection has no property '" + shown + "'. It has: " + known + ".");
        });
    }

    /** Collects what is wrong. */
    private static final class Faults {
        private final List<Problem.Fault> found = new ArrayList<>();

        <T> T take(Supplier<T> reading, T otherwise) {
            try {
                return reading.get();
            } catch (Problem problem) {
                found.addAll(problem.faults());
                first = first == null ? problem : first;
                return otherwise;
            }
        }

        private @Nullable Problem first;

        void require() {
            if (first != null) {
                throw found.size() == 1 ? first : Query.invalid(found);
            }
        }
    }
}
