package co.lindero.plan;

import java.util.Arrays;
import java.util.List;

/**
 * Widths of the strips that are drawn along watercourses and roads where no official zones are loaded.
 *
 * @param riparianM width from the channel, on each side, m
 * @param roadsM whole width, half on each side of the axis, by order of the road, m; three
 * @legal Decreto-Ley 2811 de 1974, art. 83, lit. d (up to 30 m); Ley 1228 de 2008, art. 2 (60, 45 and 30 m)
 */
public record StripRules(double riparianM, List<Double> roadsM) {
    /** Theme whose lines are channels. */
    public static final String RIPARIAN = "riparian-buffer";
    /** Theme whose lines are axes of roads. */
    public static final String ROAD = "road-reservation";

    private static final double MOST_M = 1_000;

    public StripRules {
        roadsM = List.copyOf(roadsM);
        if (!(riparianM >= 0 && riparianM <= MOST_M) || roadsM.size() != 3) {
            throw new IllegalArgumentException("Strips " + riparianM + ", " + roadsM);
        }
        for (double width : roadsM) {
            if (!(width >= 0 && width <= MOST_M)) {
                throw new IllegalArgumentException("Strips " + roadsM);
            }
        }
    }

    /**
     * Returns the rules as the configuration writes them.
     *
     * @param roads three widths with commas between them, first order first
     */
    public static StripRules of(String riparian, String roads) {
        return new StripRules(
                Double.parseDouble(riparian),
                Arrays.stream(roads.split(","))
                        .map(String::strip)
                        .map(Double::valueOf)
                        .toList());
    }

    /** Returns the half widths that the database draws by. */
    List<Double> halves(String theme) {
        return theme.equals(ROAD) ? roadsM.stream().map(width -> width / 2).toList() : List.of(riparianM);
    }
}
