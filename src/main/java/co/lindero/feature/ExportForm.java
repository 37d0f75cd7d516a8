package co.lindero.feature;

/** The files that a layer can be written to here. */
public enum ExportForm {
    /** RFC 7946 but for its coordinate limits: longitude, latitude. */
    GEOJSON,
    /** Comma-separated, geometry as WKT in longitude, latitude. */
    CSV,
    /** FlatGeobuf, longitude, latitude. */
    FLATGEOBUF
}
