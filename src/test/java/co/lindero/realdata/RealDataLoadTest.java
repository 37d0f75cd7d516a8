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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Loads files that others made with the example mappings; runs where {@code LINDERO_REAL_DATA} names their folder. */
@Tag("real-data")
@EnabledIfEnvironmentVariable(named = "LINDERO_REAL_DATA", matches = ".+")
class RealDataLoadTest {
    private static final int DONE = 0;
    private static final int FINDINGS = 1;
    private static final int REFUSED = 4;
    private static final int NATIONAL = 9377;
    private static final String PLU = "foreign_pairs/ign_plu/241800432_PLUi_20200128/";

    @TempDir
    Path folder;

    private @Nullable TestDatabase database;

    @AfterEach
    void dropDatabase() {
        if (database != null) {
            database.close();
        }
    }

    /** The areas are those that PostGIS gives for all pairs of the stored polygons, and geodesic ones are 0.38 % smaller. */
    @Test
    void reportsTheOverlapsOfAcandiByPairAndArea() {
        open(NATIONAL, NumberScheme.NPN);
        JsonNode report =
                load(FINDINGS, "parcels", "colombia_predios/acandi_predios/predios.geojson", "27006", "acandi-predios");
        assertThat(report.at("/counts/added").asLong()).isEqualTo(34);
        List<JsonNode> overlaps = findings(report, "parcel-overlap");
        assertThat(overlaps).hasSize(17);
        assertOverlap(overlaps, "270060004000000010091000000000", "270060004000000010382000000000", 2_991_158.64);
        assertOverlap(overlaps, "270060003000000010007000000000", "270060003000000010161000000000", 429_000.01);
        assertOverlap(overlaps, "270060003000000010007000000000", "270060003000000010153000000000", 403_689.78);
        assertOverlap(overlaps, "270060003000000010166000000000", "270060004000000010014000000000", 129_985.92);
        assertOverlap(overlaps, "270060003000000010166000000000", "270060004000000010013000000000", 55_078.03);
        assertOverlap(overlaps, "270060003000000010165000000000", "270060004000000010070000000000", 85.68);
    }

    /** Without a mapping file too: the number stands in a column cut off after ten characters, and feeds one target only. */
    @Test
    void knowsTheParcelsOfAcandiByThemselves() {
        open(NATIONAL, NumberScheme.NPN);
        JsonNode report = load(
                FINDINGS, "parcels", "colombia_predios/acandi_predios/predios.geojson", "27006", null, "--dry-run");
        assertThat(report.path("profile").asText()).isEqualTo("predios");
        assertThat(findings(report, "previous-number-malformed")).isEmpty();
    }

    @Test
    void joinsColumnsToTheNumbersOfLima() throws SQLException {
        open(32718, NumberScheme.FREE);
        String set = "foreign_pairs/pe_catastro_urbano/";
        JsonNode lots = load(FINDINGS, "parcels", set + "tg_lote.geojson", "150112", "lima-lotes");
        assertThat(lots.at("/counts/added").asLong()).isEqualTo(204);
        JsonNode buildings = load(FINDINGS, "buildings", set + "tg_edifica.geojson", "150112", "lima-edificios");
        assertThat(buildings.at("/counts/added").asLong()).isEqualTo(206);
        assertThat(findings(buildings, "parcel-unknown")).isEmpty();
        JsonNode floors =
                load(FINDINGS, "buildings", set + "tg_construccion.geojson", "150112", "lima-pisos", "--dry-run");
        assertThat(floors.at("/counts/records").asLong()).isEqualTo(659);
        assertThat(findings(floors, "parcel-unknown")).isEmpty();
        // the registered area is the geodesic one of the lot
        assertThat(number("SELECT max(abs(registered_area_m2 - ellipsoid_m2)) FROM lindero.parcel"))
                .isLessThan(0.02);
    }

    @Test
    void setsTheTwoZonesOfBuenosAiresWithoutCodeAside() throws SQLException {
        open(32721, NumberScheme.FREE);
        plan("06000", "activity-area");
        String file = "foreign_pairs/ar_pba_zonificacion/zonificacion.geojson";
        JsonNode refused = zones(REFUSED, file, "06000", "activity-area", "buenos-aires-zonas");
        assertThat(refused.at("/counts/records").asLong()).isEqualTo(421);
        assertThat(findings(refused, "missing-value"))
                .extracting(finding -> finding.path("record").asLong())
                .containsExactlyInAnyOrder(420L, 421L);
        assertThat(number("SELECT count(*) FROM lindero.zone")).isZero();
        JsonNode loaded = zones(FINDINGS, file, "06000", "activity-area", "buenos-aires-zonas", "--quarantine");
        assertThat(loaded.at("/counts/added").asLong()).isEqualTo(419);
        assertThat(loaded.at("/counts/quarantined").asLong()).isEqualTo(2);
        assertThat(number("SELECT count(*) FROM lindero.zone WHERE attributes ->> 'FOS_MAX' IS NOT NULL"))
                .isEqualTo(419);
    }

    @Test
    void loadsTheAreasLinesAndPointsOfAFrenchPlan() throws IOException, SQLException {
        open(2154, NumberScheme.FREE);
        plan("18000", "zonas", "areas", "lineas", "puntos");
        JsonNode refused = zones(REFUSED, french("ZONE_URBA"), "18000", "zonas", "plu-zonas");
        assertThat(findings(refused, "invalid-geometry"))
                .extracting(finding -> finding.path("record").asLong())
                .containsExactly(199L);
        JsonNode zones = zones(FINDINGS, french("ZONE_URBA"), "18000", "zonas", "plu-zonas", "--repair");
        assertThat(zones.at("/counts/repaired").asLong()).isOne();
        JsonNode areas = zones(FINDINGS, french("PRESCRIPTION_SURF"), "18000", "areas", "plu-prescripciones");
        JsonNode lines = zones(FINDINGS, french("PRESCRIPTION_LIN"), "18000", "lineas", "plu-prescripciones");
        JsonNode points = zones(FINDINGS, french("PRESCRIPTION_PCT"), "18000", "puntos", "plu-prescripciones");
        assertCounts("ZONE_URBA", zones);
        assertCounts("PRESCRIPTION_SURF", areas);
        assertCounts("PRESCRIPTION_LIN", lines);
        assertCounts("PRESCRIPTION_PCT", points);
        assertThat(number("SELECT count(*) FROM lindero.zone WHERE NOT ST_IsValid(geom)"))
                .isZero();
    }

    /** Tens of thousands of vertices from a raster, a third of them invalid. */
    @Test
    void repairsTheHazardOfGirardotaAndAnswers() throws SQLException {
        open(NATIONAL, NumberScheme.FREE);
        plan("05308", "hazard-flash-flood", "hazard-flood", "cobertura");
        String set = "hazard_girardota/";
        JsonNode refused = load(REFUSED, "territories", set + "veredas.geojson", "05308", "girardota-veredas");
        assertThat(findings(refused, "invalid-geometry")).hasSize(3);
        JsonNode territories =
                load(FINDINGS, "territories", set + "veredas.geojson", "05308", "girardota-veredas", "--repair");
        assertThat(territories.at("/counts/added").asLong()).isEqualTo(25);
        assertThat(findings(territories, "geometry-repaired")
                        .get(0)
                        .at("/detail/differenceM2")
                        .asDouble())
                .isCloseTo(49.19, within(0.01));
        load(FINDINGS, "parcels", set + "veredas.geojson", "05308", "girardota-veredas-como-predios", "--repair");
        String flash = "hazard-flash-flood";
        assertRepaired(1, zones(FINDINGS, set + "amenaza.geojson", "05308", flash, "girardota-amenaza", "--repair"));
        assertRepaired(
                2, zones(FINDINGS, set + "salado_amenaza.geojson", "05308", flash, "girardota-amenaza", "--repair"));
        assertRepaired(
                1,
                zones(
                        FINDINGS,
                        set + "zona_inundable.geojson",
                        "05308",
                        "hazard-flood",
                        "girardota-inundable",
                        "--repair"));
        assertRepaired(
                2, zones(FINDINGS, set + "uso_suelo.geojson", "05308", "cobertura", "girardota-cobertura", "--repair"));
        assertThat(number("SELECT count(DISTINCT code) FROM lindero.zone WHERE code IN ('Alta', 'Media', 'Baja')"))
                .isEqualTo(3);
        JsonNode answer = answer("05308", "LaMatica");
        JsonNode cover = StreamSupport.stream(answer.path("themes").spliterator(), false)
                .filter(theme -> theme.path("theme").asText().equals("cobertura"))
                .findFirst()
                .orElseThrow();
        double parts = StreamSupport.stream(cover.path("parts").spliterator(), false)
                .mapToDouble(part -> part.path("planarM2").asDouble())
                .sum();
        double drawn = answer.at("/parcel/areas/planarM2").asDouble();
        double noise = StreamSupport.stream(cover.path("noise").spliterator(), false)
                .mapToDouble(piece -> piece.path("planarM2").asDouble())
                .sum();
        assertThat(parts
                        + noise
                        + cover.path("uncoveredM2").asDouble()
                        + cover.path("unknownM2").asDouble()
                        + cover.path("outsideGroundM2").asDouble()
                        - cover.path("doublyCoveredM2").asDouble())
                .isCloseTo(drawn, within(0.01));
    }

    /** In all the layers of the set 17 of 55 features are invalid; those of the other layers are counted in dry runs. */
    @Test
    void countsWhatIsInvalidInGirardota() {
        open(NATIONAL, NumberScheme.FREE);
        plan("05308", "hazard-flash-flood");
        int invalid = 0;
        for (String layer : List.of(
                "amenaza",
                "salado_amenaza",
                "riesgo",
                "salado_riesgo",
                "susceptibilidad",
                "exposicion",
                "salado_exposicion",
                "uso_suelo",
                "veredas",
                "zona_inundable")) {
            JsonNode report = run(
                    null,
                    "load",
                    "zones",
                    file("hazard_girardota/" + layer + ".geojson"),
                    "--municipality",
                    "05308",
                    "--plan",
                    "P",
                    "--theme",
                    "hazard-flash-flood",
                    "--mapping",
                    mapping("girardota-inundable"),
                    "--dry-run");
            invalid += findings(report, "invalid-geometry").size();
        }
        assertThat(invalid).isEqualTo(17);
    }

    /** Centroid and area of comuna 6 are published; the Cali grid must be transformed, not relabelled. */
    @Test
    void loadsTheTerritoriesOfCali() throws SQLException {
        open(NATIONAL, NumberScheme.NPN);
        String set = "cali/basemaps/";
        assertAdded(22, load(FINDINGS, "territories", set + "comunas/comunas.shp", "76001", "cali-comunas"));
        JsonNode barrios = load(FINDINGS, "territories", set + "barrios/barrios.shp", "76001", "cali-barrios");
        assertAdded(335, barrios);
        assertThat(findings(barrios, "replacement-character")).hasSize(76);
        assertAdded(
                15,
                load(DONE, "territories", set + "corregimientos/corregimientos.shp", "76001", "cali-corregimientos"));
        assertAdded(98, load(FINDINGS, "territories", set + "veredas/Veredas.shp", "76001", "cali-veredas"));
        String six = " FROM lindero.territory WHERE kind = 'cabecera' AND code = '6'";
        assertThat(number("SELECT ST_Area(geom)" + six)).isCloseTo(5_393_998.97, within(0.05));
        String centroid = "(ST_Centroid(ST_Transform(geom, 4326)))" + six;
        assertThat(number("SELECT ST_X" + centroid)).isCloseTo(-76.487928, within(1e-6));
        assertThat(number("SELECT ST_Y" + centroid)).isCloseTo(3.485557, within(1e-6));
        assertThat(number("SELECT count(*) FROM lindero.territory WHERE name = 'Montañuelas'"))
                .isOne();
    }

    @Test
    void takesOneLimitFromTheNationalFile() throws SQLException {
        open(NATIONAL, NumberScheme.NPN);
        String file = "admin_colombia/co_2018_MGN_MPIO_POLITICO.geojson";
        JsonNode refused = load(REFUSED, "territories", file, "76130", null);
        assertThat(findings(refused, "territory-of-another-municipality")).hasSize(1121);
        JsonNode loaded = load(DONE, "territories", file, "76130", "limite-municipal");
        assertAdded(1, loaded);
        assertThat(findings(loaded, "records-left-out")).hasSize(1);
        assertThat(number("SELECT ST_Area(geom) / 1e6 FROM lindero.territory WHERE code = '76130'"))
                .isCloseTo(281.71, within(0.01));
    }

    private static void assertOverlap(List<JsonNode> overlaps, String one, String other, double areaM2) {
        assertThat(overlaps).anySatisfy(finding -> {
            assertThat(finding.path("key").asText()).isEqualTo(one);
            assertThat(finding.at("/detail/other").asText()).isEqualTo(other);
            assertThat(finding.at("/detail/areaM2").asDouble()).isCloseTo(areaM2, within(0.01));
        });
    }

    private static void assertAdded(long rows, JsonNode report) {
        assertThat(report.at("/counts/added").asLong()).isEqualTo(rows);
    }

    private static void assertRepaired(long rows, JsonNode report) {
        assertThat(report.at("/counts/repaired").asLong()).isEqualTo(rows);
        assertThat(findings(report, "geometry-repaired"))
                .allSatisfy(finding -> assertThat(
                                Math.abs(finding.at("/detail/differenceM2").asDouble()))
                        .isLessThan(50));
    }

    /** What is loaded and what came twice make up what the plan's own inventory says. */
    private static void assertCounts(String table, JsonNode report) throws IOException {
        JsonNode inventory = Json.read(Files.readString(Path.of(file(PLU + "document-info.json"))));
        long expected = StreamSupport.stream(inventory.path("files").spliterator(), false)
                .filter(entry -> entry.path("modelName").asText().equals(table))
                .mapToLong(entry -> entry.path("totalFeatures").asLong())
                .sum();
        assertThat(report.at("/counts/records").asLong()).isEqualTo(expected);
        assertThat(report.at("/counts/added").asLong()
                        + findings(report, "repeated-zone").size())
                .isEqualTo(expected);
    }

    private static String french(String table) {
        return PLU + "241800432_" + table + "_20200128.shp";
    }

    private void open(int srid, NumberScheme numbers) {
        database = TestDatabase.create(srid, numbers);
    }

    private void plan(String municipality, String... themes) {
        cli(
                "plan",
                "add",
                "--municipality",
                municipality,
                "--code",
                "P",
                "--act",
                "Acuerdo 1 de 2010",
                "--from",
                "2010-01-01");
        for (String theme : themes) {
            cli(
                    "plan",
                    "theme",
                    "add",
                    "--municipality",
                    municipality,
                    "--plan",
                    "P",
                    "--theme",
                    theme,
                    "--title",
                    theme,
                    "--accuracy",
                    "5");
        }
    }

    private void cli(String... args) {
        CliRun run = CliRun.of(env(), args);
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(DONE);
    }

    private JsonNode answer(String municipality, String number) {
        CliRun run = CliRun.of(env(), "land-use", number, "--municipality", municipality, "--format", "json");
        assertThat(run.code()).as(run.err()).isEqualTo(DONE);
        return Json.read(run.out());
    }

    private JsonNode load(
            int code, String kind, String path, String municipality, @Nullable String mapping, String... more) {
        List<String> args = new ArrayList<>(List.of("load", kind, file(path), "--municipality", municipality));
        if (mapping != null) {
            args.addAll(List.of("--mapping", mapping(mapping)));
        }
        args.addAll(Arrays.asList(more));
        return run(code, args.toArray(String[]::new));
    }

    private JsonNode zones(int code, String path, String municipality, String theme, String mapping, String... more) {
        List<String> args = new ArrayList<>(List.of("--plan", "P", "--theme", theme));
        args.addAll(Arrays.asList(more));
        return load(code, "zones", path, municipality, mapping, args.toArray(String[]::new));
    }

    private JsonNode run(@Nullable Integer code, String... load) {
        List<String> args = new ArrayList<>(Arrays.asList(load));
        args.addAll(List.of("--report", folder.toString(), "--no-derive"));
        CliRun run = CliRun.of(env(), args.toArray(String[]::new));
        if (code != null) {
            assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
        }
        try {
            return Json.read(Files.readString(folder.resolve("report.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, String> env() {
        return Objects.requireNonNull(database).env();
    }

    private double number(String query) throws SQLException {
        try (Connection connection = Objects.requireNonNull(database).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getDouble(1);
        }
    }

    private static List<JsonNode> findings(JsonNode report, String code) {
        return StreamSupport.stream(report.path("findings").spliterator(), false)
                .filter(finding -> finding.path("code").asText().equals(code))
                .toList();
    }

    private static String file(String path) {
        return Path.of(Objects.requireNonNull(System.getenv("LINDERO_REAL_DATA")))
                .resolve(path)
                .toString();
    }

    private static String mapping(String name) {
        return Path.of("docs/examples/mappings", name + ".yaml")
                .toAbsolutePath()
                .toString();
    }
}
