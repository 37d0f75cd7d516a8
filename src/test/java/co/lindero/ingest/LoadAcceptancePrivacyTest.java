package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.LoadTown.Loaded;
import co.lindero.support.CliRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persons in a delivery: dropped before the database and found nowhere. */
class LoadAcceptancePrivacyTest {
    /** Texts that occur nowhere else on the machine. */
    private static final String OWNER = "ZQXVANDEROOSTMARKER";

    private static final String DOCUMENT = "99887766554433";
    private static final String HARMLESS = "ZQXDIRECCIONMARKER";

    @TempDir
    static Path folder;

    private static LoadTown town;
    private static Loaded parcels;
    private static Loaded zones;

    @BeforeAll
    static void loadPersons() {
        town = LoadTown.withPlan(folder);
        town.plots(
                "R_TERRENO",
                Plots.metres()
                        .square(
                                0,
                                0,
                                10,
                                "CODIGO",
                                Plots.number(1),
                                "NOMBRE",
                                OWNER,
                                "NUMERO_DOCUMENTO",
                                DOCUMENT,
                                "DIRECCION",
                                HARMLESS)
                        .square(
                                10,
                                0,
                                10,
                                "CODIGO",
                                Plots.number(2),
                                "NOMBRE",
                                "=null",
                                "NUMERO_DOCUMENTO",
                                DOCUMENT,
                                "DIRECCION",
                                HARMLESS)
                        // kept aside, which must not keep the person
                        .square(20, 0, 10, "CODIGO", "123", "NOMBRE", OWNER, "NUMERO_DOCUMENTO", DOCUMENT));
        parcels = town.load("parcels", "R_TERRENO", "--quarantine");
        town.plots("zonas", Plots.metres().square(0, 0, 10, "code", "A", "propietario", OWNER, "CEDULA", DOCUMENT));
        zones = town.loadZones("zonas");
        town.execute("CHECKPOINT");
    }

    @AfterAll
    static void dropTown() {
        town.close();
    }

    @Test
    void case08_personalColumnsAreCountedInTheReport() {
        assertThat(parcels.code()).isEqualTo(1);
        assertThat(parcels.counts()).containsExactly(2L, 0L, 0L, 1L);
        assertThat(parcels.json().path("personalColumnsSkipped").toString())
                .isEqualTo("{\"NOMBRE\":2,\"NUMERO_DOCUMENTO\":3}");
        assertThat(parcels.run().out()).contains("Columnas con datos personales que no se leyeron");
        assertThat(zones.json().path("personalColumnsSkipped").toString())
                .isEqualTo("{\"propietario\":1,\"CEDULA\":1}");
    }

    @Test
    void case08_noTableHoldsThem() {
        List<String> tables = town.list("SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r'"
                + " AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' ORDER BY 1");
        assertThat(tables).contains("lindero.parcel", "lindero.quarantined_record", "lindero.zone");
        for (String table : tables) {
            assertThat(occurrences(table, OWNER)).as(table).isZero();
            assertThat(occurrences(table, DOCUMENT)).as(table).isZero();
        }
        assertThat(occurrences("lindero.parcel", HARMLESS)).isEqualTo(2);
    }

    @Test
    void case08_neitherTheWriteAheadLogNorTheFilesOfTheDatabaseHoldThem() throws IOException {
        Path data = Path.of(town.list("SHOW data_directory").get(0));
        assertThat(occursBelow(data.resolve("pg_wal"), HARMLESS))
                .as("the search itself finds what is there")
                .isTrue();
        assertThat(occursBelow(data.resolve("pg_wal"), OWNER)).isFalse();
        assertThat(occursBelow(data.resolve("pg_wal"), DOCUMENT)).isFalse();
        String own = town.list("SELECT oid FROM pg_database WHERE datname = current_database()")
                .get(0);
        assertThat(occursBelow(data.resolve("base").resolve(own), HARMLESS)).isTrue();
        assertThat(occursBelow(data.resolve("base").resolve(own), OWNER)).isFalse();
    }

    @Test
    void case08_noReportHoldsThem() throws IOException {
        for (Loaded loaded : List.of(parcels, zones)) {
            assertThat(occursBelow(loaded.report(), OWNER)).isFalse();
            assertThat(occursBelow(loaded.report(), DOCUMENT)).isFalse();
            assertThat(loaded.run().out() + loaded.run().err()).doesNotContain(OWNER, DOCUMENT);
        }
        assertThat(town.run("loads", "show", Long.toString(parcels.publication()))
                        .out())
                .contains("apartado    3")
                .doesNotContain(OWNER, DOCUMENT);
    }

    @Test
    void case08_inspectMasksThem() {
        CliRun run = town.run("inspect", town.file("R_TERRENO.geojson").toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("NOMBRE", "***", HARMLESS).doesNotContain(OWNER, DOCUMENT);
    }

    @Test
    void aMappingThatAsksForAPersonalColumnIsRefused() {
        town.text("persona.yaml", "fields:\n  number: CODIGO\n  address: NOMBRE\n");
        Loaded refused = town.load(
                "parcels", "R_TERRENO", "--mapping", town.file("persona.yaml").toString());
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.run().err())
                .contains("es un dato personal y no se carga")
                .doesNotContain(OWNER);
    }

    private static long occurrences(String table, String text) {
        return town.count("SELECT count(*) FROM " + table + " t WHERE (t.*)::text LIKE '%" + text + "%'");
    }

    private static boolean occursBelow(Path folder, String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
