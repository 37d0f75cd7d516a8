package co.lindero.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.lindero.platform.db.NumberScheme;
import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exposure of the veredas of Girardota to flash floods against plain PostGIS on the raw files: the files read as JSON, made valid
 * and transformed by PostGIS alone. Runs where {@code LINDERO_REAL_DATA} names the folder.
 */
@Tag("real-data")
@EnabledIfEnvironmentVariable(named = "LINDERO_REAL_DATA", matches = ".+")
class ExposureRealDataTest {
    private static final String MUNICIPALITY = "05308";
    private static final String THEME = "hazard-flash-flood";
    private static final double RELATIVE = 1e-4;

    @TempDir
    Path folder;

    /** Area of each level in each vereda, the highest winning, from plain PostGIS. */
    private static final String INDEPENDENT = """
            WITH reached AS (
                SELECT v.name, l.level, l.rank, ST_Area(ST_Intersection(v.geom, (
                           SELECT ST_Union(h.geom) FROM raw_hazard h WHERE h.rank >= l.rank))) AS area
                FROM raw_vereda v
                CROSS JOIN (VALUES ('Alta', 3), ('Media', 2), ('Baja', 1)) AS l (level, rank)
            )
            SELECT r.name, r.level, r.area - coalesce(lag(r.area) OVER (PARTITION BY r.name ORDER BY r.rank DESC), 0)
            FROM reached r
            ORDER BY r.name, r.rank DESC
            """;

    @Test
    void areaByLevelAndHighestLevelOfEachVeredaAreThoseOfPlainPostgis() throws IOException, SQLException {
        try (TestDatabase database = TestDatabase.create(9377, NumberScheme.FREE)) {
            load(database);
            Map<String, Double> ours = ours(database);
            Map<String, Double> independent = independent(database);
            assertThat(independent).hasSize(75);
            assertThat(ours.keySet()).isEqualTo(independent.keySet());
            double worst = 0;
            for (Map.Entry<String, Double> entry : independent.entrySet()) {
                double mine = ours.get(entry.getKey());
                // below a square metre the fourth decimal is what is compared
                assertThat(mine)
                        .as(entry.getKey())
                        .isCloseTo(entry.getValue(), within(Math.max(0.001, entry.getValue() * RELATIVE)));
                worst = Math.max(worst, Math.abs(mine - entry.getValue()) / Math.max(1, entry.getValue()));
            }
            System.err.println("Girardota: largest relative difference " + worst);
            assertThat(highest(ours)).isEqualTo(highest(independent));
        }
    }

    private static Map<String, String> highest(Map<String, Double> areas) {
        Map<String, String> highest = new HashMap<>();
        for (String level : List.of("Alta", "Media", "Baja")) {
            areas.forEach((key, area) -> {
                String[] parts = key.split("\\|", -1);
                if (parts[1].equals(level) && area >= 0.001) {
                    highest.putIfAbsent(parts[0], level);
                }
            });
        }
        return highest;
    }

    private Map<String, Double> ours(TestDatabase database) {
        CliRun run = CliRun.of(
                database.env(),
                "exposure",
                "--municipality",
                MUNICIPALITY,
                "--theme",
                THEME,
                "--by",
                "vereda",
                "--format",
                "json");
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        Map<String, Double> areas = new HashMap<>();
        for (JsonNode row : Json.read(run.out()).get("rows")) {
            if (!row.get("code").isNull() && !row.get("level").asText().equals("unstated")) {
                areas.put(
                        row.get("name").asText() + "|" + row.get("level").asText(),
                        row.get("groundM2").asDouble());
            }
        }
        return areas;
    }

    private void load(TestDatabase database) {
        cli(database, 0, "plan", "add", "--code", "P", "--act", "A", "--from", "2000-01-01");
        cli(database, 0, "plan", "theme", "add", "--plan", "P", "--theme", THEME, "--title", "T");
        cli(database, 1, load("territories", "veredas", "girardota-veredas"));
        for (String layer : List.of("amenaza", "salado_amenaza")) {
            List<String> command = new ArrayList<>(List.of(load("zones", layer, "girardota-amenaza")));
            command.addAll(
                    List.of("--plan", "P", "--theme", THEME, "--accuracy", "12.5", "--coverage", "municipality"));
            cli(database, 1, command.toArray(String[]::new));
        }
    }

    private String[] load(String kind, String layer, String mapping) {
        return new String[] {
            "load",
            kind,
            file(layer).toString(),
            "--mapping",
            Path.of("docs/examples/mappings", mapping + ".yaml")
                    .toAbsolutePath()
                    .toString(),
            "--repair",
            "--report",
            folder.toString()
        };
    }

    private static void cli(TestDatabase database, int code, String... command) {
        List<String> all = new ArrayList<>(Arrays.asList(command));
        all.addAll(List.of("--municipality", MUNICIPALITY));
        CliRun run = CliRun.of(database.env(), all.toArray(String[]::new));
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
    }

    private static Path file(String layer) {
        return Path.of(
                Objects.requireNonNull(System.getenv("LINDERO_REAL_DATA")), "hazard_girardota", layer + ".geojson");
    }

    private static Map<String, Double> independent(TestDatabase database) throws IOException, SQLException {
        Map<String, Double> areas = new HashMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE raw_vereda (name text, geom geometry)");
            statement.execute("CREATE TABLE raw_hazard (rank integer, geom geometry)");
            insert(connection, "veredas", "Vereda", "INSERT INTO raw_vereda SELECT ?, " + geometry());
            for (String layer : List.of("amenaza", "salado_amenaza")) {
                insert(
                        connection,
                        layer,
                        "Amenaza",
                        "INSERT INTO raw_hazard SELECT array_position('{BAJA,MEDIA,ALTA}', upper(?)), " + geometry());
            }
            try (ResultSet rows = statement.executeQuery(INDEPENDENT)) {
                while (rows.next()) {
                    areas.put(rows.getString(1) + "|" + rows.getString(2), rows.getDouble(3));
                }
            }
        }
        return areas;
    }

    private static String geometry() {
        return "ST_Transform(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON(?), 4326), 'method=structure'), 9377)";
    }

    private static void insert(Connection connection, String layer, String column, String sql)
            throws IOException, SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (JsonNode feature : Json.read(Files.readString(file(layer))).get("features")) {
                insert.setString(1, feature.get("properties").get(column).asText());
                insert.setString(2, feature.get("geometry").toString());
                insert.execute();
            }
        }
    }
}
