package co.lindero.register;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Licences loaded from a planner's table and found again by commands. */
class LicenceRegisterTest {
    private static final String HEADER =
            "radicado;clase;modalidad;estado;fecha_radicacion;fecha_firmeza;predios;viviendas;titular;fecha_notificacion";

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

    private CliRun load(Town town, List<String> lines, String... options) {
        Path file = folder.resolve("licencias.csv");
        try {
            Files.writeString(file, HEADER + "\n" + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>(List.of("load", "licences", file.toString()));
        command.addAll(List.of("--municipality", town.municipality(), "--report", folder.toString()));
        command.addAll(Arrays.asList(options));
        return town.run(command.toArray(String[]::new));
    }

    private List<String> findings() {
        try {
            return StreamSupport.stream(
                            Json.read(Files.readString(folder.resolve("report.json")))
                                    .get("findings")
                                    .spliterator(),
                            false)
                    .map(finding -> finding.get("level").asText() + " "
                            + finding.get("code").asText() + " "
                            + finding.path("key").asText())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireFits(JsonNode licence) {
        try {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(Files.readString(Path.of("docs/schemas/licence.schema.json")))
                            .validate(licence))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(Town town, int serial) {
        return String.format("%s-0-24-%04d", town.municipality(), serial);
    }

    private static JsonNode list(Town town, String... options) {
        List<String> command =
                new ArrayList<>(List.of("licences", "list", "--municipality", town.municipality(), "--format", "json"));
        command.addAll(Arrays.asList(options));
        return Json.read(town.done(command.toArray(String[]::new)));
    }

    @Test
    void loadsAndFindsThemOnTheParcel() {
        Town town = Town.planned(database).lot();
        CliRun run = load(
                town,
                List.of(
                        number(town, 1) + ";Construcción;Obra nueva;En firme;2024-02-01;2024-06-28;"
                                + town.number("0045") + ";2;Persona Uno;2024-06-10",
                        number(town, 2) + ";subdivision;rural;negada;2024-03-01;;" + town.number("0045") + ";;;"));
        assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
        JsonNode answer = town.ask().json();
        assertThat(answer.get("licences")).hasSize(2);
        JsonNode licence = answer.at("/licences/0");
        answer.get("licences").forEach(LicenceRegisterTest::requireFits);
        assertThat(licence.get("class").asText()).isEqualTo("construccion");
        assertThat(licence.get("modalities").toString()).isEqualTo("[\"obra_nueva\"]");
        assertThat(licence.get("notifiedOn").asText()).isEqualTo("2024-06-10");
        assertThat(licence.at("/validity/until").asText()).isEqualTo("2027-06-28");
        assertThat(licence.at("/validity/state").asText()).isEqualTo("valid");
        assertThat(licence.get("dwellings").asInt()).isEqualTo(2);
        assertThat(answer.at("/licences/1/validity/state").asText()).isEqualTo("not_granted");
        assertThat(answer.get("dataVersions").findValuesAsText("dataset"))
                .anyMatch(name -> name.startsWith("licences/"));
        assertThat(list(town)).hasSize(2);
        assertThat(list(town, "--status", "negada")).hasSize(1);
        assertThat(list(town, "--parcel", town.number("0099"))).isEmpty();
        CliRun shown = town.run("licences", "show", number(town, 1), "--municipality", town.municipality());
        assertThat(shown.out())
                .contains("LICENCIA " + number(town, 1), "vigencia: vigente (valid)", "hasta: 2027-06-28");
        assertThat(town.run("licences", "show", "nada", "--municipality", town.municipality())
                        .err())
                .contains("not-found");
        assertThat(answer.toString() + shown.out()).doesNotContain("Persona");
    }

    /** Both readings of what observations do to the term; by the first it is over, by the other it is not. */
    @Test
    void theTextNamesTheStatesAndBothReadingsOfTheTerm() throws IOException {
        Town town = Town.planned(database).lot();
        Path csv = Files.writeString(
                folder.resolve("disputed.csv"),
                "radicado;clase;modalidad;estado;fecha_radicacion;fecha_acta_observaciones;fecha_respuesta_acta;predios\n"
                        + number(town, 1) + ";construccion;obra_nueva;en_viabilidad;2026-09-02;2026-10-06;2026-10-22;"
                        + town.number("0045") + "\n"
                        + number(town, 2) + ";construccion;obra_nueva;con_acta_de_observaciones;2026-08-28;2026-10-08;;"
                        + town.number("0045") + "\n");
        town.done(
                "load",
                "licences",
                csv.toString(),
                "--municipality",
                town.municipality(),
                "--report",
                folder.toString());
        assertThat(town.done(
                        "licences",
                        "show",
                        number(town, 1),
                        "--municipality",
                        town.municipality(),
                        "--on",
                        "2026-11-29"))
                .contains("vigencia: en trámite (pending)")
                .contains("término para decidir: vencido (overdue), por la lectura que vence primero")
                .contains("vence (resume): 2026-11-24", "vence (restart): 2026-12-30");
        assertThat(town.done(
                        "licences",
                        "show",
                        number(town, 2),
                        "--municipality",
                        town.municipality(),
                        "--on",
                        "2026-11-01"))
                .contains("término para decidir: suspendido (suspended)")
                .contains("respuesta al acta hasta: 2026-11-24; ampliado 2026-12-16");
    }

    @Test
    void unknownParcelsAreKeptAndListed() {
        Town town = Town.planned(database).lot();
        String unknown = town.number("0999");
        CliRun run = load(
                town,
                List.of(number(town, 1) + ";construccion;ampliacion;en_firme;2024-02-01;2024-06-28;" + unknown + ","
                        + town.number("0045") + ";;;"));
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(findings()).contains("WARNING parcel-unknown " + number(town, 1));
        assertThat(list(town, "--parcel", unknown)).hasSize(1);
        assertThat(list(town).at("/0/parcels")).hasSize(2);
    }

    @Test
    void whatCannotBeIsRefusedWithEveryFault() {
        Town town = Town.planned(database).lot();
        String parcel = town.number("0045");
        CliRun run = load(
                town,
                List.of(
                        number(town, 1) + ";construccion;obra_nueva;en_firme;2024-02-01;2024-01-28;" + parcel + ";;;",
                        number(town, 2) + ";excavacion;;en_firme;2024-02-01;2024-03-28;" + parcel + ";;;",
                        number(town, 3) + ";construccion;rural;en_firme;2024-02-01;2024-03-28;" + parcel + ";;;",
                        number(town, 4) + ";construccion;obra_nueva;dormida;2024-02-01;;" + parcel + ";;;",
                        number(town, 5) + ";construccion;obra_nueva;en_revision;2024-02-31;;" + parcel + ";;;",
                        number(town, 6) + ";construccion;obra_nueva;en_revision;2024-02-01;;" + parcel + ";-1;;",
                        number(town, 7) + ";construccion;obra_nueva;en_revision;2024-02-01;;" + parcel + ";1;;",
                        number(town, 7) + ";construccion;obra_nueva;en_revision;2024-02-01;;" + parcel + ";2;;",
                        "8-24;construccion;obra_nueva;en_revision;2024-02-01;;" + parcel + ";;;"));
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(4);
        assertThat(findings())
                .contains(
                        "ERROR dates-out-of-order " + number(town, 1),
                        "ERROR licence-class-unknown " + number(town, 2),
                        "ERROR licence-modality-unknown " + number(town, 3),
                        "ERROR licence-status-unknown " + number(town, 4),
                        "ERROR impossible-date " + number(town, 5),
                        "ERROR value-malformed " + number(town, 6),
                        "ERROR duplicate-file-number " + number(town, 7),
                        "WARNING file-number-malformed 8-24");
        assertThat(list(town)).isEmpty();
    }

    @Test
    void aStepOnADayToComeIsLoadedAndTold() {
        Town town = Town.planned(database).lot();
        String parcel = town.number("0045");
        CliRun run = load(
                town,
                List.of(
                        number(town, 1) + ";construccion;obra_nueva;en_revision;2999-01-01;;" + parcel + ";1;;",
                        number(town, 2) + ";construccion;obra_nueva;en_firme;2024-02-01;2999-02-01;" + parcel + ";1;;",
                        number(town, 3) + ";construccion;obra_nueva;en_firme;2024-02-01;2024-06-28;" + parcel
                                + ";1;;"));
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(findings())
                .contains("WARNING date-in-future " + number(town, 1), "WARNING date-in-future " + number(town, 2))
                .doesNotContain("WARNING date-in-future " + number(town, 3));
        assertThat(list(town)).hasSize(3);
    }

    @Test
    void theSameFileTwiceChangesNothingAndARevertBringsTheFormerBack() {
        Town town = Town.planned(database).lot();
        String line =
                number(town, 1) + ";construccion;obra_nueva;en_firme;2024-02-01;2024-06-28;" + town.number("0045");
        load(town, List.of(line + ";2;;"));
        long first = Json.read(town.done("land-use", town.number("0045"), "--format", "json"))
                .at("/knownAt/publication")
                .asLong();
        load(town, List.of(line + ";2;;"));
        JsonNode report;
        try {
            report = Json.read(Files.readString(folder.resolve("report.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(report.at("/counts/unchanged").asInt()).isEqualTo(1);
        assertThat(report.at("/counts/added").asInt()).isZero();
        load(town, List.of(line + ";5;;"));
        assertThat(list(town).at("/0/dwellings").asInt()).isEqualTo(5);
        JsonNode before = Json.read(
                town.done("land-use", town.number("0045"), "--known-at", Long.toString(first), "--format", "json"));
        assertThat(before.at("/licences/0/dwellings").asInt()).isEqualTo(2);
    }

    @Test
    void severalClassesOfOneActAreKeptTogether() {
        Town town = Town.planned(database).lot();
        String parcel = town.number("0045");
        CliRun run = load(
                town,
                List.of(
                        number(town, 1)
                                + ";Urbanización y construcción;desarrollo + obra nueva;en_firme;2022-02-01;2022-06-28;"
                                + parcel + ";40;;",
                        number(town, 2)
                                + ";Intervención y ocupación del espacio público;ocupación;en_firme;2022-02-01;2022-06-28;"
                                + parcel + ";;;",
                        number(town, 3) + ";construcción, construcción;obra nueva;en_firme;2022-02-01;2022-06-28;"
                                + parcel + ";1;;"));
        assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
        JsonNode licences = list(town);
        licences.forEach(LicenceRegisterTest::requireFits);
        assertThat(licences.at("/0/class").asText()).isEqualTo("urbanizacion");
        assertThat(licences.at("/0/otherClasses").toString()).isEqualTo("[\"construccion\"]");
        assertThat(licences.at("/0/modalities").toString()).isEqualTo("[\"desarrollo\",\"obra_nueva\"]");
        assertThat(licences.at("/0/validity/until").asText()).isEqualTo("2026-06-28");
        assertThat(licences.at("/1/class").asText()).isEqualTo("intervencion_espacio_publico");
        assertThat(licences.at("/1/otherClasses")).isEmpty();
        assertThat(licences.at("/2/otherClasses")).isEmpty();
        assertThat(town.run("licences", "show", number(town, 1), "--municipality", town.municipality())
                        .out())
                .contains("en el mismo acto: construccion", "lectura que no las suma da 36");
    }

    @Test
    void aWordAmongSeveralClassesThatIsNoneIsRefused() {
        Town town = Town.planned(database).lot();
        String parcel = town.number("0045");
        CliRun run = load(
                town,
                List.of(
                        number(town, 1) + ";construccion + excavacion;obra_nueva;en_firme;2022-02-01;2022-06-28;"
                                + parcel + ";;;",
                        number(town, 2)
                                + ";construccion + urbanizacion;obra_nueva + rural;en_firme;2022-02-01;2022-06-28;"
                                + parcel + ";;;"));
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(4);
        assertThat(findings())
                .contains(
                        "ERROR licence-class-unknown " + number(town, 1),
                        "ERROR licence-modality-unknown " + number(town, 2));
    }

    @Test
    void everyPairOfDaysOutOfOrderIsAFaultAndEqualDaysAreNone() {
        Town town = Town.planned(database).lot();
        String parcel = town.number("0045");
        // the columns: filed, final; notified last
        CliRun run = load(
                town,
                List.of(
                        number(town, 1) + ";construccion;obra_nueva;en_firme;2024-06-28;2024-06-28;" + parcel
                                + ";;;2024-06-28",
                        number(town, 2) + ";construccion;obra_nueva;en_firme;2024-02-01;2024-06-09;" + parcel
                                + ";;;2024-06-10",
                        number(town, 3) + ";construccion;obra_nueva;notificada;2024-02-01;;" + parcel
                                + ";;;2024-01-31"));
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(4);
        assertThat(findings())
                .contains("ERROR dates-out-of-order " + number(town, 2), "ERROR dates-out-of-order " + number(town, 3))
                .doesNotContain("ERROR dates-out-of-order " + number(town, 1));
    }

    @Test
    void withQuarantineTheFaultyFilesAreKeptAsideAndARepeatedLineCountsOnce() {
        Town town = Town.planned(database).lot();
        String line = number(town, 1) + ";construccion;obra_nueva;en_firme;2024-02-01;2024-06-28;" + town.number("0045")
                + ";2;;";
        CliRun run = load(
                town,
                List.of(
                        line,
                        line,
                        number(town, 2) + ";construccion;obra_nueva;dormida;2024-02-01;;" + town.number("0045")
                                + ";;;"),
                "--quarantine");
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(findings()).contains("ERROR licence-status-unknown " + number(town, 2));
        assertThat(list(town)).hasSize(1);
    }
}
