package co.lindero.cql;

/**
 * The spatial functions of the standard, by the functions of PostGIS that mean the same. Geometries are seen from above.
 * Disjoint is said as not intersecting, which PostGIS answers for collections too.
 */
enum SpatialFunction {
    S_INTERSECTS("ST_Intersects"),
    S_EQUALS("ST_Equals"),
    S_DISJOINT("NOT ST_Intersects"),
    S_TOUCHES("ST_Touches"),
    S_WITHIN("ST_Within"),
    S_OVERLAPS("ST_Overlaps"),
    S_CROSSES("ST_Crosses"),
    S_CONTAINS("ST_Contains");

    private final String postgis;

    SpatialFunction(String postgis) {
        this.postgis = postgis;
    }

    /** Tells whether PostGIS answers it for a collection of points, lines and areas. */
    boolean takesCollections() {
        return this == S_INTERSECTS || this == S_DISJOINT;
    }

    String postgis() {
        return postgis;
    }
}
