package co.lindero.demo;

/**
 * What to generate.
 *
 * @param seed the same seed gives the same bytes
 * @param parcels how many parcels, 60 to 1,000,000
 * @param layout which ground
 */
public record DemoSettings(long seed, int parcels, DemoLayout layout) {
    /** Fewest parcels that still make a town with farms around it. */
    public static final int FEWEST = 60;

    /** Most parcels that the numbering holds comfortably. */
    public static final int MOST = 1_000_000;

    /** Checks the number of parcels. */
    public DemoSettings {
        if (parcels < FEWEST || parcels > MOST) {
            throw new IllegalArgumentException("parcels must be " + FEWEST + " to " + MOST + ": " + parcels);
        }
    }
}
