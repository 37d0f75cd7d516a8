package co.lindero.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.AnswerSchema;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indicators of a town whose urban land measures 10,000 m2, asked on 2024-06-01. */
class IndicatorTest {
    private static TestDatabase database;

    @TempDir
    Path folder;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static JsonNode ask(Town town, String... options) {
        List<String> command = new ArrayList<>(List.of(
                "plan",
                "indicators",
                "P1",
                "--municipality",
                town.municipality(),
                "--on",
                "2024-06-01",
                "--format",
                "json"));
        command.addAll(List.of(options));
        JsonNode answer = Json.read(town.done(command.toArray(String[]::new)));
        AnswerSchema.require("indicators", answer);
        return answer;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<String> values(JsonNode answer, String code) {
        return stream(answer.get("indicators"))
                .filter(series -> series.get("code").asText().equals(code))
                .flatMap(series -> stream(series.get("values")))
                .map(year -> year.get("year").asText() + " " + year.get("value").asText() + " "
                        + year.get("state").asText() + " " + year.get("met").asText())
                .toList();
    }

    private Path written(String text) {
        try {
            return Files.writeString(folder.resolve("metas.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Town treated() {
        Town town = Town.planned(database);
        town.theme("land-class", "--partition", "--accuracy", "0.1", "--coverage", "municipality");
        town.zones("land-class")
                .zone("Urbano")
                .rect(0, 0, 100, 100)
                .zone("Rural")
                .rect(100, 0, 100, 100)
                .load();
        town.theme("urban-treatment", "--accuracy", "0.1", "--coverage", "municipality");
        // overlapping, and reaching out into the rural land
        town.zones("urban-treatment")
                .zone("Consolidacion")
                .rect(0, 0, 50, 100)
                .zone("Desarrollo")
                .rect(40, 0, 20, 100)
                .zone("Conservacion")
                .rect(95, 0, 25, 10)
                .load();
        return town;
    }

    @Test
    void theShareOfUrbanLandCountsOverlapsOnceAndNothingOutside() {
        JsonNode answer = ask(treated(), "--from", "2023", "--to", "2024");
        assertThat(values(answer, "urban-land-with-treatment"))
                .containsExactly("2023 60.50 known null", "2024 60.50 known null");
    }

    @Test
    void whatIsNotLoadedIsNoDataAndNeverZero() {
        JsonNode answer = ask(Town.planned(database), "--from", "2024");
        for (String code : List.of("urban-land-with-treatment", "dwellings-licensed", "protection-with-buildings")) {
            assertThat(values(answer, code)).as(code).containsExactly("2024 null no_data null");
        }
    }

    @Test
    void dwellingsAreThoseOfTheYearOfTheDecisionUpToTheDay() throws IOException {
        Town town = treated();
        town.parcels().parcel("0045").rect(0, 0, 10, 20).load();
        String parcel = town.number("0045");
        Path csv = folder.resolve("licencias.csv");
        Files.writeString(
                csv,
                "radicado;clase;modalidad;estado;fecha_radicacion;fecha_expedicion;predios;viviendas\n"
                        + line(town, 1, "construccion;obra_nueva;en_firme;2022-11-01;2023-01-01", parcel, "3")
                        + line(town, 2, "construccion;obra_nueva;en_firme;2023-01-01;2023-12-31", parcel, "4")
                        + line(town, 3, "construccion;obra_nueva;negada;2023-01-01;2023-05-01", parcel, "50")
                        + line(town, 4, "urbanizacion;desarrollo;en_firme;2023-01-01;2023-05-01", parcel, "60")
                        + line(
                                town,
                                5,
                                "urbanizacion + construccion;desarrollo + obra_nueva;en_firme;2023-01-01;2023-05-01",
                                parcel,
                                "8")
                        + line(town, 6, "construccion;cerramiento;en_firme;2023-01-01;2023-05-01", parcel, "70")
                        + line(town, 7, "construccion;obra_nueva;concedida;2024-01-01;2024-06-01", parcel, "1")
                        + line(town, 8, "construccion;obra_nueva;concedida;2024-01-01;2024-06-02", parcel, "90"));
        CliRun run = town.run(
                "load",
                "licences",
                csv.toString(),
                "--municipality",
                town.municipality(),
                "--report",
                folder.toString());
        assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
        assertThat(values(ask(town, "--from", "2022"), "dwellings-licensed"))
                .containsExactly("2022 0 known null", "2023 15 known null", "2024 1 known null");
    }

    private static String line(Town town, int serial, String middle, String parcel, String dwellings) {
        return "%s-0-22-%04d;%s;%s;%s%n".formatted(town.municipality(), serial, middle, parcel, dwellings);
    }

    @Test
    void protectionUnderBuildingsFollowsTheirYearAndNeedsBothThemes() {
        Town town = treated();
        town.parcels().parcel("0045").rect(0, 0, 100, 100).load();
        town.buildings()
                .building("0045", 1, 100)
                .with("number", town.number("0045") + "-1")
                .with("year", 2022)
                .rect(0, 0, 20, 20)
                .building("0045", 1, 100)
                .with("number", town.number("0045") + "-2")
                .rect(50, 50, 10, 10)
                .load();
        town.theme("urban-protection")
                .zones("urban-protection")
                .zone("SP")
                .rect(0, 0, 10, 20)
                .load("--accuracy", "0.1", "--coverage", "municipality");
        assertThat(values(ask(town, "--from", "2024"), "protection-with-buildings"))
                .containsExactly("2024 null no_data null");
        // overlaps the first: what both protect counts once
        town.theme("riparian-buffer")
                .zones("riparian-buffer")
                .zone("RH")
                .rect(5, 0, 10, 20)
                .zone("RH")
                .rect(50, 50, 10, 5)
                .load("--accuracy", "0.1", "--coverage", "municipality");
        assertThat(values(ask(town, "--from", "2021"), "protection-with-buildings"))
                .containsExactly(
                        "2021 0.0050 known null",
                        "2022 0.0350 known null",
                        "2023 0.0350 known null",
                        "2024 0.0350 known null");
    }

    @Test
    void targetsAreDataWithHistory() {
        Town town = treated();
        Path first = written("""
                indicator;year;target;source;name
                urban-land-with-treatment;2023;60,5;Acuerdo 1 de 2005, art. 9;Suelo tratado
                urban-land-with-treatment;2024;61;Acuerdo 1 de 2005, art. 9;
                urban-land-with-treatment;2026;80;Acuerdo 1 de 2005, art. 9;
                protection-with-buildings;2024;0;Acuerdo 1 de 2005, art. 10;
                """);
        JsonNode answer = ask(town, "--targets", first.toString(), "--from", "2023");
        assertThat(values(answer, "urban-land-with-treatment"))
                .containsExactly(
                        "2023 60.50 known true",
                        "2024 60.50 known false",
                        "2025 null future null",
                        "2026 null future null");
        assertThat(answer.at("/indicators/0/planName").asText()).isEqualTo("Suelo tratado");
        assertThat(answer.at("/indicators/0/values/0/targetSource").asText()).isEqualTo("Acuerdo 1 de 2005, art. 9");
        // no value, so that whether it is met is not known
        assertThat(answer.at("/indicators/2/values/1/met").isNull()).isTrue();
        String before = answer.at("/knownAt/publication").asText();
        JsonNode after = ask(
                town,
                "--targets",
                written("indicator,year,target,source\nurban-land-with-treatment,2023,99,Acuerdo 2 de 2006\n")
                        .toString(),
                "--from",
                "2023");
        assertThat(values(after, "urban-land-with-treatment")).first().isEqualTo("2023 60.50 known false");
        assertThat(values(after, "urban-land-with-treatment")).hasSize(2);
        assertThat(values(
                        ask(town, "--known-at", before, "--from", "2023", "--to", "2023"), "urban-land-with-treatment"))
                .containsExactly("2023 60.50 known true");
    }

    @Test
    void aSheetOfTargetsIsRefusedWithEveryFaultAndChangesNothing() {
        Town town = treated();
        CliRun run = town.run(
                "plan",
                "indicators",
                "P1",
                "--municipality",
                town.municipality(),
                "--targets",
                written("""
                                indicator,year,target,source
                                felicidad,2023,5,A
                                dwellings-licensed,23,5,A
                                dwellings-licensed,2023,mucho,A
                                dwellings-licensed,2024,5,
                                dwellings-licensed,2025,5,A
                                dwellings-licensed,2025,6,A
                                """).toString());
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains(
                        "targets-invalid",
                        "no hay un indicador «felicidad»",
                        "«23» no es un año",
                        "«mucho» no es un número",
                        "falta source",
                        "se repite dwellings-licensed 2025");
        assertThat(stream(ask(town).at("/indicators/1/values"))
                        .allMatch(year -> year.get("target").isNull()))
                .isTrue();
        CliRun headless = town.run(
                "plan",
                "indicators",
                "P1",
                "--municipality",
                town.municipality(),
                "--targets",
                written("indicador,year,target\nx,2023,5\n").toString());
        assertThat(headless.err())
                .contains("falta la columna indicator", "falta la columna source", "no hay una columna indicador");
    }

    @Test
    void yearsThatAreNoneAndPlansThatAreNoneAreExplained() {
        Town town = treated();
        assertThat(town.run(
                                "plan",
                                "indicators",
                                "P1",
                                "--municipality",
                                town.municipality(),
                                "--from",
                                "2025",
                                "--to",
                                "2020")
                        .err())
                .contains("invalid-parameter");
        assertThat(town.run("plan", "indicators", "PX", "--municipality", town.municipality())
                        .err())
                .contains("plan-not-found");
        assertThat(town.done("plan", "indicators", "P1", "--municipality", town.municipality(), "--from", "2024"))
                .contains("Suelo urbano con tratamiento", "60.50");
        assertThat(town.done(
                                "plan",
                                "indicators",
                                "P1",
                                "--municipality",
                                town.municipality(),
                                "--on",
                                "2024-06-01",
                                "--from",
                                "2024",
                                "--format",
                                "csv")
                        .lines())
                .first()
                .isEqualTo("code,name,unit,year,on,value,state,target,met,targetSource");
    }

    @Test
    void everyStatementIsOfAnIndicatorAndEveryIndicatorHasItsStatement() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sql/indicator"))) {
            assertThat(Indicator.shipped())
                    .extracting(Indicator::statement)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replace(".sql", ""))
                                    .toList());
        }
        for (Indicator indicator : Indicator.shipped()) {
            assertThat(Files.readString(Path.of("sql/indicator", indicator.statement() + ".sql")))
                    .startsWith("-- ")
                    .contains("-- Parameters: ", "Result: ");
        }
    }
}
