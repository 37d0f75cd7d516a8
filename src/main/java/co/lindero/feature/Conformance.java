package co.lindero.feature;

import java.util.List;

/** The conformance classes that are kept, by the exact names that clients look for. */
final class Conformance {
    private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-";
    private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";

    /** The identifiers, in order. */
    static final List<String> CLASSES = List.of(
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
            FEATURES + "1/1.0/conf/core",
            FEATURES + "1/1.0/conf/oas30",
            FEATURES + "1/1.0/conf/geojson",
            FEATURES + "1/1.0/conf/html",
            FEATURES + "2/1.0/conf/crs",
            FEATURES + "3/1.0/conf/queryables",
            FEATURES + "3/1.0/conf/queryables-query-parameters",
            FEATURES + "3/1.0/conf/filter",
            FEATURES + "3/1.0/conf/features-filter",
            FEATURES + "5/1.0/conf/schemas",
            FEATURES + "5/1.0/conf/core-roles-features",
            CQL2 + "cql2-text",
            CQL2 + "basic-cql2",
            CQL2 + "advanced-comparison-operators",
            CQL2 + "case-insensitive-comparison",
            CQL2 + "accent-insensitive-comparison",
            CQL2 + "basic-spatial-functions",
            CQL2 + "basic-spatial-functions-plus",
            CQL2 + "spatial-functions",
            CQL2 + "temporal-functions",
            CQL2 + "property-property",
            CQL2 + "arithmetic");

    private Conformance() {}
}
