package co.lindero.demo;

/**
 * What to generate.
 *
 * @param seed the same seed gives the same bytes
 * @param parcels how many parcels, as many as the layout holds
 * @param layout which ground
 */
public record DemoSettings(long seed, int parcels, DemoLayout layout) {
    /** Checks the number of parcels. */
    public DemoSettings {
        if (!layout.holds(parcels)) {
            throw new IllegalArgumentException(layout + " does not hold " + parcels + " parcels");
        }
    }
}
