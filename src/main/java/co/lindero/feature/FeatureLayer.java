package co.lindero.feature;

import co.lindero.law.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One collection: all that tells it from the others.
 *
 * @param id identifier in addresses
 * @param title name for people
 * @param description what it holds, for people
 * @param source statement file under {@code sql/query/feature} that its rows come from, alias {@code f}
 * @param arguments values of the source's parameters, besides those of {@link LayerScope}
 * @param identity how features are named
 * @param properties properties, in the order in which they are written
 * @param heavy whether single geometries may have very many vertices, so that few rows are fetched at a time
 * @param demonstration whether synthetic data are in it
 * @param theme facts of the plan's theme behind it, null where none is
 */
public record FeatureLayer(
        String id,
        Bilingual title,
        Bilingual description,
        String source,
        Map<String, Object> arguments,
        Identity identity,
        List<Property> properties,
        boolean heavy,
        boolean demonstration,
        @Nullable ThemeFacts theme) {
    public FeatureLayer {
        arguments = Map.copyOf(arguments);
        properties = List.copyOf(properties);
    }

    /**
     * Facts of a theme.
     *
     * @param legalBasis norm that orders or allows the theme
     * @param plans codes of the plans that speak, the answering one first
     * @param acts acts of those plans, in the same order
     * @param inForce between which days these plans are in force
     */
    public record ThemeFacts(@Nullable String legalBasis, List<String> plans, List<String> acts, LayerTimes inForce) {
        public ThemeFacts {
            plans = List.copyOf(plans);
            acts = List.copyOf(acts);
        }
    }

    /** How features are named and, by the same columns, ordered; a name of two columns joins them by a colon. */
    @SuppressWarnings("ImmutableEnumChecker") // List.of
    enum Identity {
        NUMBER("f.number"),
        CODE("f.code"),
        KEY("f.key"),
        KIND_AND_CODE("f.kind", "f.code"),
        PLAN_AND_KEY("f.plan", "f.key");

        private final List<String> columns;

        Identity(String... columns) {
            this.columns = List.of(columns);
        }

        /** Returns the columns of the name. */
        List<String> columns() {
            return columns;
        }

        /** Returns the columns that order features: what an index leads by comes first. */
        List<String> order() {
            return this == PLAN_AND_KEY ? List.of("f.key", "f.plan") : columns;
        }

        /** Returns the name that values of the columns make. */
        String name(List<String> values) {
            return String.join(":", values);
        }

        /** Returns the values of the columns that a name may state: more than one reading where it has several colons. */
        List<List<String>> readings(String name) {
            if (columns.size() == 1) {
                return List.of(List.of(name));
            }
            List<List<String>> readings = new ArrayList<>();
            for (int colon = name.indexOf(':'); colon >= 0; colon = name.indexOf(':', colon + 1)) {
                readings.add(List.of(name.substring(0, colon), name.substring(colon + 1)));
            }
            return readings;
        }
    }

    /** Returns the collection of a theme as it is on a day on which no plan speaks of it: without features. */
    FeatureLayer silent() {
        return new FeatureLayer(
                id,
                title,
                description,
                "feature/from_no_zones",
                Map.of(),
                identity,
                properties,
                heavy,
                demonstration,
                theme);
    }

    /** Returns a property by its name. */
    public Optional<Property> find(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }
}
