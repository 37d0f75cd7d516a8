package co.lindero.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loads the public works that Cali published, each record loaded, repaired openly or listed with the reason. */
@Tag("real-data")
@EnabledIfEnvironmentVariable(named = "LINDERO_REAL_DATA", matches = ".+")
class CaliProjectsTest {
    @TempDir
    Path folder;

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    /** Records read; projects made of them; records whose place was repaired; records set aside, with the codes of the reasons. */
    @ParameterizedTest
    @CsvSource({
        "Infraestructura_2024.shp, cali-obras-2024, 312, 9, 0, 25, contradiction project-incomplete",
        "unidades_proyecto.geojson, cali-unidades, 369, 5, 0, 5, missing-value value-malformed",
        "equipamientos.geojson, cali-equipamientos, 325, 23, 85, 88, missing-value",
        "infraestructura_vial.geojson, cali-vias, 103, 21, 0, 0, ''",
        "obras_equipamientos.xlsx, cali-hoja-equipamientos, 325, 23, 0, 88, missing-value",
        "obras_lineales.xlsx, cali-hoja-vias, 103, 21, 0, 0, ''",
        "datos_caracteristicos_proyectos.json, cali-caracteristicas, 1253, 1251, 0, 2, contradiction"
    })
    void loadsRepairsOrListsEveryRecord(
            String file, String mapping, long records, long projects, long repaired, long aside, String reasons)
            throws IOException {
        String source = Path.of(Objects.requireNonNull(System.getenv("LINDERO_REAL_DATA")), "cali", "investment", file)
                .toString();
        String map = Path.of("docs/examples/mappings", mapping + ".yaml")
                .toAbsolutePath()
                .toString();
        CliRun run = CliRun.of(
                database.env(),
                "load",
                "projects",
                source,
                "--municipality",
                "76001",
                "--mapping",
                map,
                "--repair",
                "--quarantine",
                "--report",
                folder.toString());
        assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
        JsonNode report = Json.read(Files.readString(folder.resolve("report.json")));
        List<JsonNode> findings = new ArrayList<>();
        report.path("findings").forEach(findings::add);
        Set<String> errors = new TreeSet<>();
        findings.stream()
                .filter(finding -> finding.path("level").asText().equals("ERROR"))
                .forEach(finding -> errors.add(finding.path("code").asText()));
        assertThat(List.of(
                        report.at("/counts/records").asLong(),
                        report.at("/counts/added").asLong(),
                        findings.stream()
                                .filter(f -> f.path("code").asText().equals("place-repaired"))
                                .count(),
                        report.at("/counts/quarantined").asLong(),
                        String.join(" ", errors)))
                .as(run.out())
                .isEqualTo(List.of(records, projects, repaired, aside, reasons));
    }

    /** A list of units whose geometry failed elsewhere: without code, name or amount it is refused, and told what it lacks. */
    @Test
    void refusesTheListOfFailedGeometries() {
        Path source = Path.of(
                Objects.requireNonNull(System.getenv("LINDERO_REAL_DATA")),
                "cali",
                "investment",
                "invalid_geometry_upids.json");
        CliRun run = CliRun.of(
                database.env(),
                "load",
                "projects",
                source.toString(),
                "--municipality",
                "76001",
                "--report",
                folder.toString());
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("ninguna columna dice el código del proyecto ni su BPIN", "upid");
    }
}
