package co.lindero.plan;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a dataset that an answer draws on.
 *
 * @param kind parcels, buildings, territories, zones, norms, uses or ciiu
 * @param plan code of its plan, empty for the cadastre
 * @param theme code of its theme, empty for the cadastre and for rules
 * @param name name
 * @param coverageKind municipality, assumed or polygon
 * @param accuracyM accuracy of its boundaries, m
 * @param indicative whether the source says that it is only indicative
 * @param source who made it
 * @param demonstration whether it is synthetic
 * @param publication publication that last changed it
 * @param publishedAt instant of that
 */
public record Dataset(
        String kind,
        String plan,
        String theme,
        String name,
        String coverageKind,
        @Nullable Double accuracyM,
        boolean indicative,
        @Nullable String source,
        boolean demonstration,
        long publication,
        Instant publishedAt) {

    /** Returns the path by which answers name the dataset. */
    public String path() {
        return Stream.of(kind, theme, plan, name)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("/"));
    }
}
