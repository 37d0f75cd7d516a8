package co.lindero.cql;

/** The spatial functions of the standard, by the functions of PostGIS that mean the same. Geometries are seen from above. */
enum SpatialFunction {
    S_INTERSECTS("ST_Intersects"),
    S_EQUALS("ST_Equals"),
    S_DISJOINT("ST_Disjoint"),
    S_TOUCHES("ST_Touches"),
    S_WITHIN("ST_Within"),
    S_OVERLAPS("ST_Overlaps"),
    S_CROSSES("ST_Crosses"),
    S_CONTAINS("ST_Contains");

    private final String postgis;

    SpatialFunction(String postgis) {
        this.postgis = postgis;
    }

    String postgis() {
        return postgis;
    }
}
