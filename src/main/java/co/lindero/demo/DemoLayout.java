package co.lindero.demo;

/** Which ground is generated. */
public enum DemoLayout {
    /** One town beside the other on a grid: parcels and ten themes of zones, for tests and benchmarks of any size. */
    FABRIC,
    /** The demonstration municipality, after published facts on Candelaria. */
    CANDELARIA
}
