package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.LoadTown.Loaded;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Norms that others keep as columns of their zones, by an ordinary mapping; runs where {@code LINDERO_REAL_DATA} is set. */
@Tag("real-data")
@EnabledIfEnvironmentVariable(named = "LINDERO_REAL_DATA", matches = ".+")
class LoadTablesRealDataTest {
    private static final int POSGAR_ZONE_5 = 22185;
    private static final Map<String, String> COLUMNS = Map.of(
            "FOS_MAX", "occupation_index <=",
            "FOT_RES", "construction_index <= use_category = 'residencial'",
            "FOT_COM", "construction_index <= use_category = 'comercial'",
            "ALTURA_M", "height_m <=",
            "NIVELES", "floors <=",
            "PARC_SUP_M", "lot_area_m2 >=");

    @TempDir
    Path folder;

    @Test
    void the421ZonesOfBuenosAiresBecomeNormsByAnOrdinaryMapping() throws IOException {
        Path file = Path.of(Objects.requireNonNull(System.getenv("LINDERO_REAL_DATA")))
                .resolve("foreign_pairs/ar_pba_zonificacion/zonificacion.geojson");
        try (LoadTown town = LoadTown.foreign(folder, POSGAR_ZONE_5)) {
            town.run("plan", "add", "--code", "P", "--act", "Código", "--from", "2005-06-01");
            town.run("plan", "theme", "add", "--plan", "P", "--theme", "zoning", "--title", "Zonificación");
            Loaded zones = town.load(
                    "zones",
                    file.toString(),
                    "--plan",
                    "P",
                    "--theme",
                    "zoning",
                    "--mapping",
                    "docs/examples/mappings/buenos-aires-zonas.yaml",
                    "--quarantine");
            assertThat(zones.json().path("counts").path("records").asLong()).isEqualTo(421);
            Loaded norms = town.load(
                    "norms",
                    file.toString(),
                    "--plan",
                    "P",
                    "--mapping",
                    "docs/examples/mappings/buenos-aires-normas.yaml",
                    "--quarantine");
            // two zones have no code, in both loads
            assertThat(norms.findings().stream().filter(line -> line.startsWith("ERROR")))
                    .containsExactly("ERROR missing-value 420", "ERROR missing-value 421");
            Set<String> expected = expected(file);
            assertThat(town.list("SELECT scope_zone, quantity, operator, condition, value FROM lindero.norm"
                            + " WHERE pub_to IS NULL"))
                    .map(line -> line.replace(" null ", " "))
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(norms.findings()).contains("INFO column-without-figures");
            System.getLogger("real-data")
                    .log(
                            System.Logger.Level.INFO,
                            expected.size() + " norms; " + norms.json().path("findingCounts"));
        }
    }

    /** What the file says, read without any of our own code: figures that are none are null, NULL or 0. */
    private static Set<String> expected(Path file) throws IOException {
        Set<String> norms = new TreeSet<>();
        for (JsonNode feature : Json.read(Files.readString(file)).path("features")) {
            JsonNode properties = feature.path("properties");
            COLUMNS.forEach((column, norm) -> {
                String text = properties.path(column).asText();
                if (!properties.path("ZONA_COD").isNull()
                        && !Set.of("null", "NULL").contains(text)
                        && new BigDecimal(text).signum() != 0) {
                    norms.add(properties.path("ZONA_COD").asText() + " " + norm + " "
                            + new BigDecimal(text).stripTrailingZeros().toPlainString());
                }
            });
        }
        return norms;
    }
}
