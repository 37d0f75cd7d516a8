package co.lindero.demo;

/** Which ground is generated. */
public enum DemoLayout {
    /** One town beside the other on a grid: parcels and ten themes of zones, for tests and benchmarks of any size. */
    FABRIC(60, 1_000_000),
    /** The demonstration municipality, after published facts on Candelaria. */
    CANDELARIA(10_000, 20_000);

    private final int fewest;
    private final int most;

    DemoLayout(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    /** Returns whether the ground can be divided into so many parcels. */
    public boolean holds(int parcels) {
        return parcels >= fewest && parcels <= most;
    }

    /** Returns the municipality where it can hold so many parcels, else the fabric. */
    public static DemoLayout fitting(int parcels) {
        return CANDELARIA.holds(parcels) ? CANDELARIA : FABRIC;
    }
}
