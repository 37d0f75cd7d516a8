package co.lindero.platform.config;

/**
 * Every setting, declared once: name, default and meaning. The name is that of the environment variable and of the line
 * in {@code lindero.properties}. An empty default means "not set".
 */
public enum ConfigKey {
    LINDERO_DB_URL(
            "", "JDBC URL of an existing PostGIS to use instead of the private cluster; may carry user and password"),
    LINDERO_DATABASE("lindero", "name of the database inside the private cluster"),
    LINDERO_MUNICIPALITY("", "DIVIPOLA code taken where a command or request names none"),
    LINDERO_PUBLIC_URL("", "address that links carry when the service stands behind a proxy"),
    LINDERO_PORT("8080", "port to listen on, on loopback"),
    LINDERO_HOST("127.0.0.1", "address to listen on"),
    LINDERO_VAR("", "folder for the private cluster, its lock and working files; var/ of the project by default"),
    LINDERO_PG_BIN("", "folder of the PostgreSQL server programs, when they are not where Debian puts them"),
    LINDERO_POOL_SIZE("16", "database connections of the service, and as many again for licence checks"),
    LINDERO_STATEMENT_TIMEOUT_S("30", "longest database statement of a request, seconds"),
    LINDERO_REQUEST_TIMEOUT_S("60", "longest request, seconds"),
    LINDERO_MAX_BODY_BYTES("2000000", "largest request body, bytes"),
    LINDERO_LOAD_TIMEOUT_S("3600", "longest reading of one file by GDAL, seconds"),
    LINDERO_LOAD_MAX_BYTES("4000000000", "largest file that a load reads, bytes"),
    LINDERO_PROJECT_DISTANCE_M("100", "distance from a parcel up to which projected works count as near, m"),
    LINDERO_CHECK_DAYS("30", "days for which a licence check is kept that nobody saves"),
    LINDERO_CHECKS_PER_MINUTE(
            "120", "licence checks a minute that one address may ask for over HTTP; 0 for any number"),
    LINDERO_FRONT_REACH_M("3", "how far outward a boundary must be free of other parcels to be a front, metres"),
    LINDERO_UAF_M2("0", "smallest rural lot (Unidad Agrícola Familiar), m2; 0 where it is not known"),
    LINDERO_RIPARIAN_STRIP_M(
            "30", "preventive strip along a channel without delimited buffer, metres (D.L. 2811/1974, art. 83 d)"),
    LINDERO_ROAD_STRIPS_M(
            "60,45,30", "exclusion strips of roads by order, whole width, metres (Ley 1228/2008, art. 2)"),
    LINDERO_TILE_CACHE_BYTES("64000000", "bytes of vector tiles kept in memory"),
    LINDERO_TILE_ROWS_BYTES(
            "64000000", "bytes of rows kept in memory, of which tiles of zoom 14 and more are made; 0 keeps none"),
    LINDERO_FEATURE_CACHE_BYTES(
            "64000000",
            "bytes of features kept in memory as they are written into pages, and of where they lie; 0 keeps none"),
    LINDERO_TIMEZONE("America/Bogota", "zone in which legal days begin and end"),
    LINDERO_SMALL_COUNT("3", "counts of parcels or buildings under this are kept back where rows tell places"),
    LINDERO_HOLIDAYS("", "YAML file of holidays added to, or taken out of, the national calendar; none if empty"),
    LINDERO_CONFIG("", "properties file to read instead of lindero.properties"),
    LINDERO_HOME("", "folder of the project; set by the launcher"),
    LINDERO_JAVA_OPTS("", "options for the Java machine; read by the launcher"),
    LINDERO_REAL_DATA("", "folder of real files for the tests that need them"),
    LINDERO_TEST_DB_URL("", "JDBC URL of a server on which the tests may create databases");

    private final String defaultValue;
    private final String description;

    ConfigKey(String defaultValue, String description) {
        this.defaultValue = defaultValue;
        this.description = description;
    }

    public String defaultValue() {
        return defaultValue;
    }

    public String description() {
        return description;
    }
}
