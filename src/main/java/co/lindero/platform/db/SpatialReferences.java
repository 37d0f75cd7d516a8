package co.lindero.platform.db;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes sure that PostGIS knows the coordinate system a database is to be set up with: projected, in metres. Those
 * that V0001 brings need nothing; others come from PostGIS itself or from GDAL's copy of the EPSG registry.
 */
final class SpatialReferences {
    private static final Set<Integer> IN_V0001 = Set.of(9377, 6249);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private SpatialReferences() {}

    private record Definition(String wkt, String proj4) {}

    /** Inserts the system if it is missing; refuses one that is unknown or unfit to measure in. */
    static void ensure(Connection connection, int srid) throws SQLException {
        if (IN_V0001.contains(srid)) {
            return;
        }
        try (PreparedStatement create = connection.prepareStatement(Sql.query("platform/create_extension_postgis"))) {
            create.execute();
        }
        Optional<Definition> known = find(connection, srid);
        Definition definition = known.or(() -> askGdal(srid)).orElseThrow(() -> unknown(srid));
        requireMetres(srid, definition);
        if (known.isEmpty()) {
            insert(connection, srid, definition);
        }
    }

    private static Optional<Definition> find(Connection connection, int srid) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(Sql.query("platform/find_srid"))) {
            find.setInt(1, srid);
            try (ResultSet row = find.executeQuery()) {
                return row.next()
                        ? Optional.of(new Definition(row.getString("srtext"), row.getString("proj4text")))
                        : Optional.empty();
            }
        }
    }

    private static void insert(Connection connection, int srid, Definition definition) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(Sql.query("platform/insert_srid"))) {
            insert.setInt(1, srid);
            insert.setInt(2, srid);
            insert.setString(3, definition.wkt);
            insert.setString(4, definition.proj4);
            insert.executeUpdate();
        }
    }

    private static Optional<Definition> askGdal(int srid) {
        Optional<String> wkt =
                gdalsrsinfo("wkt1", "PROJCS[", srid).or(() -> gdalsrsinfo("wkt2_2015", "PROJCRS[", srid));
        return wkt.flatMap(text -> gdalsrsinfo("proj4", "+proj", srid).map(proj4 -> new Definition(text, proj4)));
    }

    private static Optional<String> gdalsrsinfo(String format, String beginning, int srid) {
        return OsProcess.run(List.of("gdalsrsinfo", "--single-line", "-o", format, "EPSG:" + srid), LIMIT)
                .output()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst();
    }

    private static void requireMetres(int srid, Definition definition) {
        boolean projected = definition.wkt.startsWith("PROJC");
        boolean metres =
                !definition.proj4.contains("+to_meter") && !definition.proj4.matches(".*\\+units=(?!m( |$)).*");
        if (!projected || !metres) {
            throw Problem.of(
                            ProblemType.REFUSED,
                            "EPSG:" + srid + " no es un sistema proyectado en metros.",
                            "EPSG:" + srid + " is not a projected system in metres.")
                    .hint(
                            "Aquí se guarda y se mide en metros; elija la zona UTM o el sistema nacional del lugar.",
                            "Storage and measures are in metres; choose the UTM zone or national grid of the place.");
        }
    }

    private static Problem unknown(int srid) {
        return Problem.of(
                        ProblemType.CRS_UNKNOWN,
                        "Ni PostGIS ni GDAL conocen un sistema proyectado EPSG:" + srid + ".",
                        "Neither PostGIS nor GDAL knows a projected system EPSG:" + srid + ".")
                .hint(
                        "Busque el código en epsg.org; para Colombia es 9377.",
                        "Look the code up at epsg.org; for Colombia it is 9377.");
    }
}
