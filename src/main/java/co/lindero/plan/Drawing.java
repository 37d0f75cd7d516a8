package co.lindero.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which plans of a chain draw each theme. Pure.
 *
 * @param themes definitions of themes by the plans of the chain
 * @param datasets datasets of these plans
 */
public record Drawing(List<Theme> themes, List<Dataset> datasets) {
    private static final String GROUND = "land-class";

    public Drawing {
        themes = List.copyOf(themes);
        datasets = List.copyOf(datasets);
    }

    /**
     * Whether the same plans define and draw a theme in both, and the land classes that its ground is made of: what lies on a parcel
     * is then the same, and parts kept of one are parts of the other.
     */
    public boolean isAlike(Drawing other, String theme) {
        return speakers(theme).equals(other.speakers(theme));
    }

    private List<String> speakers(String theme) {
        Set<String> spoken = new HashSet<>(List.of(theme, GROUND));
        return Stream.concat(
                        themes.stream()
                                .filter(one -> spoken.contains(one.code()))
                                .map(one -> one.code() + " defined by " + one.plan()),
                        datasets.stream()
                                .filter(one -> spoken.contains(one.theme()))
                                .map(one -> one.theme() + " drawn by " + one.plan()))
                .distinct()
                .sorted()
                .toList();
    }
}
