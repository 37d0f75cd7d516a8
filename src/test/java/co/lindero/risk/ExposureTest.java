package co.lindero.risk;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Exposure of a town of two corregimientos, C1 from 0 to 500 m and C2 from 500 to 900 m, and a strip in none. Parcels of 200 m2:
 * 0001 in C1 half Alta and a quarter Media under it and beside it; 0002 in C1 free; 0003 in C2 Baja; 0004 in no corregimiento half
 * Alta; 0005 in C2 where no data reach.
 */
class ExposureTest {
    private static final String FLOOD = "hazard-flood";

    private static TestDatabase database;
    private static Town town;

    @BeforeAll
    static void fill() {
        database = TestDatabase.create();
        town = Town.planned(database);
        town.territories()
                .territory("municipio", town.municipality())
                .rect(0, 0, 1000, 1000)
                .territory("corregimiento", "C1")
                .rect(0, 0, 500, 1000)
                .territory("corregimiento", "C2")
                .rect(500, 0, 400, 1000)
                .load();
        town.parcels()
                .parcel("0001")
                .rect(0, 0, 20, 10)
                .with("destination", "Habitacional")
                .parcel("0002")
                .rect(100, 0, 20, 10)
                .with("destination", "Habitacional")
                .parcel("0003")
                .rect(600, 0, 20, 10)
                .with("destination", "Comercial")
                .parcel("0004")
                .rect(950, 0, 20, 10)
                .parcel("0005")
                .rect(800, 500, 20, 10)
                .load();
        town.buildings()
                .building("0001", 2, 80)
                .with("use", "Residencial")
                .rect(2, 2, 5, 5)
                .building("0002", 1, 30)
                .with("use", "Residencial")
                .rect(101, 1, 5, 5)
                .building("0003", 3, 90)
                .with("use", "Comercial")
                .rect(601, 1, 5, 5)
                .building("0005", 1, 20)
                .rect(801, 501, 4, 4)
                .load();
        town.theme(FLOOD)
                .zones(FLOOD)
                .zone("Alta")
                .rect(0, 0, 10, 10)
                .zone("Media")
                .rect(5, 0, 10, 10)
                .zone("Baja")
                .rect(590, 0, 40, 20)
                .zone("Alta")
                .with("n", 2)
                .rect(960, 0, 10, 10)
                .load("--accuracy", "0.1", "--coverage", town.coverage("reach", -10, -10, 1100, 300));
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static CliRun run(String threshold, String... options) {
        Map<String, String> env = new HashMap<>(database.env());
        env.put("LINDERO_SMALL_COUNT", threshold);
        List<String> command =
                new ArrayList<>(List.of("exposure", "--municipality", town.municipality(), "--theme", FLOOD));
        command.addAll(List.of(options));
        return CliRun.of(env, command.toArray(String[]::new));
    }

    private static JsonNode ask(String threshold, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--format", "json"));
        CliRun run = run(threshold, all.toArray(String[]::new));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        JsonNode answer = Json.read(run.out());
        try {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(Files.readString(Path.of("docs/schemas/exposure.schema.json")))
                            .validate(answer))
                    .isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return answer;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String said(JsonNode row) {
        return row.get("code").asText() + " " + row.get("level").asText() + " parcels "
                + row.get("parcels").asText() + " " + row.get("drawnM2").asText() + " ground "
                + row.get("groundM2").asText() + " buildings "
                + row.get("buildings").asText() + "/"
                + row.get("floors").asText() + " " + row.get("builtM2").asText();
    }

    private static List<String> rows(JsonNode answer) {
        return stream(answer.get("rows")).map(ExposureTest::said).toList();
    }

    @Test
    void eachTerritoryHasARowALevelAndTheHighestWins() {
        assertThat(rows(ask("0")))
                .containsExactly(
                        "C1 Alta parcels 1 100.0000 ground 100.0000 buildings 1/2 80.0000",
                        "C2 Alta parcels 0 0.0000 ground 0.0000 buildings 0/0 0.0000",
                        "null Alta parcels 1 100.0000 ground 100.0000 buildings 0/0 0.0000",
                        "C1 Media parcels 0 50.0000 ground 50.0000 buildings 0/0 0.0000",
                        "C2 Media parcels 0 0.0000 ground 0.0000 buildings 0/0 0.0000",
                        "null Media parcels 0 0.0000 ground 0.0000 buildings 0/0 0.0000",
                        "C1 Baja parcels 0 0.0000 ground 0.0000 buildings 0/0 0.0000",
                        "C2 Baja parcels 1 200.0000 ground 800.0000 buildings 1/3 90.0000",
                        "null Baja parcels 0 0.0000 ground 0.0000 buildings 0/0 0.0000");
    }

    @Test
    void allLevelsTogetherAreTheMunicipality() {
        JsonNode answer = ask("0");
        assertThat(stream(answer.get("levels")).map(ExposureTest::said))
                .containsExactly(
                        "null Alta parcels 2 200.0000 ground 200.0000 buildings 1/2 80.0000",
                        "null Media parcels 0 50.0000 ground 50.0000 buildings 0/0 0.0000",
                        "null Baja parcels 1 200.0000 ground 800.0000 buildings 1/3 90.0000",
                        "null unstated parcels 0 0.0000 ground null buildings 0/0 0.0000",
                        "null none parcels 1 350.0000 ground null buildings 1/1 30.0000",
                        "null no_data parcels 1 200.0000 ground null buildings 1/1 20.0000");
        assertThat(answer.at("/total/parcels").asLong()).isEqualTo(3);
        assertThat(answer.at("/total/share").decimalValue()).isEqualByComparingTo("0.45");
        assertThat(answer.at("/total/unknownM2").decimalValue()).isEqualByComparingTo("200");
        assertThat(answer.get("warnings").findValuesAsText("code")).contains("no-data");
    }

    @Test
    void territoriesSumToTheMunicipalityForEveryLevel() {
        for (String level : List.of("Alta", "media", "BAJA", "none", "no_data")) {
            for (String by : List.of("corregimiento", "municipio", "vereda", "use", "land-class")) {
                JsonNode answer = ask("0", "--level", level, "--by", by);
                assertThat(stream(answer.get("rows"))
                                .mapToLong(row -> row.get("parcels").asLong())
                                .sum())
                        .isEqualTo(answer.at("/total/parcels").asLong());
                BigDecimal drawn = stream(answer.get("rows"))
                        .map(row -> row.get("drawnM2").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(drawn)
                        .as(level + " " + by)
                        .isEqualByComparingTo(answer.at("/total/drawnM2").decimalValue());
            }
        }
    }

    @Test
    void oneUseIsThatOfTheParcel() {
        assertThat(rows(ask("0", "--by", "use", "--level", "Alta")))
                .containsExactly(
                        "Comercial Alta parcels 0 0.0000 ground null buildings 0/0 0.0000",
                        "Habitacional Alta parcels 1 100.0000 ground null buildings 1/2 80.0000",
                        "null Alta parcels 1 100.0000 ground null buildings 0/0 0.0000");
        JsonNode uses = ask("0", "--level", "Alta").at("/total/uses");
        assertThat(uses.toString()).isEqualTo("[{\"use\":\"Residencial\",\"buildings\":1,\"builtM2\":80.0000}]");
    }

    @Test
    void smallCountsAreKeptBackAndStillSum() {
        JsonNode answer = ask("3", "--level", "Alta");
        assertThat(stream(answer.get("rows"))
                        .map(row -> row.get("code").asText() + " "
                                + row.get("parcels").asText()))
                .containsExactly("C1 null", "C2 0", "null null", "suppressed 2");
        assertThat(answer.at("/smallCounts/threshold").asInt()).isEqualTo(3);
        assertThat(answer.at("/smallCounts/rows").asInt()).isEqualTo(2);
        assertThat(stream(ask("3", "--by", "use").get("rows"))
                        .noneMatch(row -> row.get("suppressed").asBoolean()))
                .isTrue();
    }

    @Test
    void keptPartsAndMeasuringNowSayTheSame() {
        JsonNode now = ask("0");
        town.ask("0001");
        assertThat(ask("0")).isEqualTo(now);
        String publication = now.at("/knownAt/publication").asText();
        town.theme("heritage");
        JsonNode then = ask("0", "--known-at", publication);
        assertThat(then.get("rows")).isEqualTo(now.get("rows"));
    }

    @Test
    void aDraftIsAskedByItsCode() {
        town.plan("P2", "2030-01-01", "--revises", "P1", "--status", "draft").theme(FLOOD);
        town.zones(FLOOD).zone("Alta").rect(0, 0, 1000, 300).load("--accuracy", "0.1", "--coverage", "municipality");
        town.in("P1");
        JsonNode draft = ask("0", "--plan", "P2", "--level", "Alta");
        assertThat(draft.get("draft").asBoolean()).isTrue();
        assertThat(draft.at("/total/parcels").asLong()).isEqualTo(4);
        assertThat(ask("0", "--level", "Alta").at("/total/parcels").asLong()).isEqualTo(2);
    }

    @Test
    void isAlsoATableAMapAndAText() {
        String csv = run("0", "--format", "csv").out();
        assertThat(csv.lines().toList())
                .hasSize(11)
                .startsWith("code,name,level,parcels,drawnM2,groundM2,buildings,floors,builtM2,footprintM2,share,"
                        + "shareOfTotal,unknownM2,suppressed,licences,projects");
        assertThat(csv)
                .contains(
                        "C1,Nombre de C1,Alta,1,100.0000,100.0000,1,2,80.0000,25.0000,0.250000,0.100000,0.0000,false,,");
        JsonNode map =
                Json.read(run("0", "--format", "geojson", "--level", "Alta").out());
        assertThat(map.get("numberReturned").asInt()).isEqualTo(3);
        assertThat(map.at("/features/0/geometry/type").asText()).isEqualTo("MultiPolygon");
        assertThat(map.at("/features/0/properties/parcels").asInt()).isEqualTo(1);
        assertThat(map.at("/features/2/geometry").isNull()).isTrue();
        assertThat(run("0").out()).contains("C1 Nombre de C1", "TOTAL", "prevalece el más alto");
    }

    @Test
    void mistakesAreExplained() {
        assertThat(run("0", "--level", "Altísima").err()).contains("Niveles: Alta, Media, Baja");
        assertThat(run("0", "--by", "departamento").err()).contains("corregimiento");
        assertThat(CliRun.of(
                                database.env(),
                                "exposure",
                                "--municipality",
                                town.municipality(),
                                "--theme",
                                "activity-area")
                        .err())
                .contains("Temas: ", FLOOD);
        assertThat(run("0", "--plan", "PX").err()).contains("plan-not-found");
    }

    @Test
    void aThemeThatIsNotLoadedIsNoData() {
        CliRun run = CliRun.of(
                database.env(),
                "exposure",
                "--municipality",
                town.municipality(),
                "--theme",
                "hazard-mass-movement",
                "--format",
                "json");
        assertThat(run.code()).isZero();
        JsonNode answer = Json.read(run.out());
        assertThat(stream(answer.get("levels")).map(ExposureTest::said))
                .contains("null no_data parcels 5 1000.0000 ground null buildings 4/7 220.0000");
    }

    /** In a town of its own, so that the counts of the others stay. */
    @Test
    void licencesAndProjectsCountAtTheHighestLevelOnThem() throws IOException {
        Town other = Town.planned(database);
        other.territories()
                .territory("municipio", other.municipality())
                .rect(0, 0, 1000, 1000)
                .territory("corregimiento", "C1")
                .rect(0, 0, 500, 1000)
                .load();
        other.parcels()
                .parcel("0001")
                .rect(0, 0, 20, 10)
                .parcel("0002")
                .rect(600, 0, 20, 10)
                .load();
        other.theme(FLOOD)
                .zones(FLOOD)
                .zone("Media")
                .rect(0, 0, 10, 10)
                .zone("Alta")
                .rect(15, 0, 100, 10)
                .load("--accuracy", "0.1", "--coverage", "municipality");
        List<String> asked =
                List.of("exposure", "--municipality", other.municipality(), "--theme", FLOOD, "--format", "json");
        JsonNode before = Json.read(other.done(asked.toArray(String[]::new)));
        assertThat(before.at("/total/licences").isNull()).isTrue();
        assertThat(before.at("/total/projects").isNull()).isTrue();
        Path folder = Files.createTempDirectory("exposure");
        String number = other.municipality() + "-0-24-000";
        Path licences = Files.writeString(
                folder.resolve("licencias.csv"),
                "radicado;clase;modalidad;estado;fecha_radicacion;predios\n"
                        + number + "1;construccion;obra_nueva;en_firme;2024-01-01;" + other.number("0001") + "\n"
                        + number + "2;construccion;obra_nueva;negada;2024-01-01;" + other.number("0001") + "\n"
                        + number + "3;construccion;obra_nueva;concedida;2024-01-01;" + other.number("0002") + "\n"
                        + number + "4;construccion;obra_nueva;concedida;2024-01-01;" + other.number("0999") + "\n");
        Path projects = Files.writeString(folder.resolve("proyectos.csv"), """
                code;name;year;source;initial;place_kind;place_precision;wkt
                P1;Vía;2024;Propios;100;obra;exacta;LINESTRING(4628012 1935005,4628200 1935005)
                P2;Parque;2024;Propios;100;obra;exacta;POINT(4628700 1935500)
                """);
        other.run(
                "load",
                "licences",
                licences.toString(),
                "--municipality",
                other.municipality(),
                "--report",
                folder.toString());
        CliRun loaded = other.run(
                "load",
                "projects",
                projects.toString(),
                "--municipality",
                other.municipality(),
                "--crs",
                "EPSG:9377",
                "--report",
                folder.toString());
        assertThat(loaded.code()).as(loaded.out() + loaded.err()).isIn(0, 1);
        Map<String, String> env = new HashMap<>(database.env());
        env.put("LINDERO_SMALL_COUNT", "0");
        JsonNode answer = Json.read(CliRun.of(env, asked.toArray(String[]::new)).out());
        co.lindero.support.AnswerSchema.require("exposure", answer);
        assertThat(stream(answer.get("levels"))
                        .map(row -> row.get("level").asText() + " " + row.get("licences") + " " + row.get("projects")))
                .containsExactly("Alta 1 1", "Media 0 0", "Baja 0 0", "unstated 0 0", "none 1 1", "no_data 0 0");
        assertThat(stream(answer.get("rows"))
                        .map(row -> row.get("code").asText() + " "
                                + row.get("level").asText() + " " + row.get("licences") + " " + row.get("projects")))
                .contains("C1 Alta 1 1", "C1 Media 0 0");
    }

    @Test
    void aDraftThatDrawsTheThemeAlikeCountsAlike() {
        Town other = Town.planned(database);
        other.parcels().parcel("0001").rect(0, 0, 20, 10).load();
        other.theme(FLOOD)
                .zones(FLOOD)
                .zone("Alta")
                .rect(0, 0, 10, 10)
                .load("--accuracy", "0.1", "--coverage", "municipality");
        other.plan("P2", "2030-01-01", "--revises", "P1", "--status", "draft").theme("heritage");
        List<String> asked = new ArrayList<>(
                List.of("exposure", "--municipality", other.municipality(), "--theme", FLOOD, "--format", "json"));
        JsonNode inForce = Json.read(other.done(asked.toArray(String[]::new)));
        asked.addAll(List.of("--plan", "P2"));
        JsonNode draft = Json.read(other.done(asked.toArray(String[]::new)));
        assertThat(draft.get("plan").asText()).isEqualTo("P2");
        assertThat(draft.get("draft").asBoolean()).isTrue();
        assertThat(draft.get("rows")).isEqualTo(inForce.get("rows"));
    }
}
