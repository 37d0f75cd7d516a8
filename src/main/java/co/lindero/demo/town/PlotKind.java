package co.lindero.demo.town;

/** What a piece of ground is. */
public enum PlotKind {
    /** An urban lot. */
    LOT,
    /** A street inside a settlement. */
    STREET,
    /** A square, park or green strip. */
    PARK,
    /** A rural parcel. */
    FARM,
    /** A road between settlements. */
    ROAD,
    /** The bed of a river. */
    RIVER
}
