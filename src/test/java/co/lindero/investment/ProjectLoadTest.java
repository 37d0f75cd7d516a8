package co.lindero.investment;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.investment.Bank.Loaded;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLoadTest {
    @TempDir
    Path folder;

    private Bank bank;

    @BeforeEach
    void open() {
        bank = new Bank(folder);
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void gathersTheRecordsOfAProject() {
        Loaded loaded = bank.projects(
                "code;bpin;name;axis;stage;year;source;initial;additions;committed;paid;wkt",
                "P1;2024761300012;Vía uno;Armonía con el planeta;En ejecución;2025;SGP;100000000;5000000;90000000;40000000;"
                        + Bank.line(0, 0, 100, 0),
                "P1;2024761300012;Vía uno;;;2026;SGR;200000000;;;;" + Bank.point(50, 50));
        assertThat(loaded.findings()).containsExactly("WARNING limit-not-loaded", "WARNING missing-value 2 stage");
        assertThat(bank.list(
                        "SELECT code, bpin, stage, planned, committed, paid, ST_AsText(geom, 0) FROM lindero.project"))
                .containsExactly("P1|2024761300012|en_ejecucion|305000000.00|90000000.00|40000000.00|"
                        + "GEOMETRYCOLLECTION(POINT(4628050 1935050),LINESTRING(4628000 1935000,4628100 1935000))");
        assertThat(bank.list("SELECT line, year, source, planned, paid FROM lindero.project_budget ORDER BY 1"))
                .containsExactly("1|2025|SGP|105000000.00|40000000.00", "2|2026|SGR|200000000.00|null");
        assertThat(bank.list("SELECT place, kind, GeometryType(geom) FROM lindero.project_place ORDER BY 1"))
                .containsExactly("1|obra|POINT", "2|obra|LINESTRING");
    }

    @Test
    void tellsEveryFaultWithRecordAndField() {
        Loaded loaded = bank.projects(
                "code;name;stage;start_on;end_on;initial;physical_percent;year;total",
                "A;N;viable;2025-01-01;2024-12-31;-5;;2025;",
                "B;N;viable;31/02/2025;;100;101;2025;",
                "C;N;viable;;;$ 1.234.567,50;;2025;",
                "D;N;viable;;;1.234;;2025;",
                "E;Uno;viable;;;100;;2025;",
                "E;Dos;viable;;;100;;2026;",
                "F;N;en obra;;;100;;2025;",
                "G;N;viable;;;100;;2025;999");
        assertThat(loaded.code()).isEqualTo(4);
        assertThat(loaded.findings())
                .contains(
                        "ERROR end-before-start 1 end_on",
                        "ERROR negative-amount 1 initial",
                        "ERROR impossible-date 2 start_on",
                        "ERROR percent-out-of-range 2 physical_percent",
                        "INFO amount-read 3 initial",
                        "ERROR amount-ambiguous 4 initial",
                        "ERROR contradiction 5 name",
                        "ERROR contradiction 6 name",
                        "ERROR unmapped-value 7 stage",
                        "WARNING sum-differs 8 total");
        assertThat(loaded.finding("amount-read").at("/detail/read").asText()).isEqualTo("1234567.50");
        assertThat(loaded.finding("contradiction").at("/detail/values").asText())
                .isEqualTo("Dos / Uno");
    }

    @Test
    void leavesOutAProjectWholeWhereOneOfItsRecordsIsFaulty() {
        Loaded loaded = bank.load(
                "projects",
                "code;name;stage;year;final\nA;N;viable;2025;100\nA;N;viable;2026;x\nB;N;viable;2025;7\n",
                "--quarantine");
        assertThat(loaded.findings()).contains("ERROR value-malformed 2 final", "ERROR project-incomplete 1");
        assertThat(bank.list("SELECT code, planned FROM lindero.project")).containsExactly("B|7.00");
        assertThat(bank.list("SELECT record FROM lindero.quarantined_record ORDER BY 1"))
                .containsExactly("1", "2");
    }

    @Test
    void refusesPlacesThatTheirCoordinatesBetrayAndMendsThemWhenAsked() {
        String csv = """
                code,name,stage,place_lon,place_lat,place
                Z,N,viable,0,0,
                P,N,viable,76.35,3.41,
                S,N,viable,3.41,-76.35,
                D,N,viable,,,"3,41,-76,35"
                G,N,viable,,,"{""type"":""Point"",""coordinates"":[-76.35,3.41]}"
                """;
        Loaded refused = bank.load("projects", csv);
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings())
                .filteredOn(line -> line.contains("place-faulty"))
                .hasSize(4);
        Loaded mended = bank.load("projects", csv, "--repair").published();
        assertThat(mended.findings())
                .filteredOn(line -> line.contains("place-repaired"))
                .hasSize(3);
        assertThat(mended.findings()).contains("WARNING place-dropped 1", "INFO without-place 1");
        assertThat(bank.list("SELECT code, ST_AsText(geom_4326, 6) FROM lindero.project ORDER BY 1"))
                .containsExactly(
                        "D|POINT(-76.35 3.41)",
                        "G|POINT(-76.35 3.41)",
                        "P|POINT(-76.35 3.41)",
                        "S|POINT(-76.35 3.41)",
                        "Z|null");
    }

    @Test
    void readsPointsWithDecimalCommasFromGeoJson() {
        Path file = bank.file(
                "obras.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"A\","
                        + "\"name\":\"N\",\"stage\":\"viable\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[3,449839,-76,5613]}}]}");
        String[] command = {"load", "projects", file.toString(), "--municipality", "76130", "--report", folder + "/r"};
        assertThat(bank.run(command).code()).isEqualTo(4);
        String[] repairing = java.util.Arrays.copyOf(command, command.length + 1);
        repairing[command.length] = "--repair";
        assertThat(bank.run(repairing).code()).isEqualTo(1);
        assertThat(bank.list("SELECT dataset, ST_AsText(geom_4326, 6) FROM lindero.project"))
                .containsExactly("obras|POINT(-76.5613 3.449839)");
    }

    @Test
    void keepsBpinAsTextAndListsLostDigits() {
        Loaded loaded = bank.projects(
                "code;bpin;name;stage",
                "A;2024761300012.0;N;viable",
                "B;2.024761300013E+12;N;viable",
                "C;2.0247613E+12;N;viable",
                "D;123;N;viable",
                "E;0;N;viable");
        assertThat(loaded.code()).isEqualTo(4);
        assertThat(loaded.findings())
                .contains(
                        "INFO number-restored 1 bpin",
                        "INFO number-restored 2 bpin",
                        "ERROR digits-lost 3 bpin",
                        "WARNING bpin-malformed 4",
                        "WARNING bpin-malformed 5")
                .doesNotContain("WARNING bpin-malformed 1", "WARNING bpin-malformed 2");
    }

    @Test
    void tellsAStageThatGoesBackwardsAndRevertsWhole() {
        String header = "code;name;stage;year;final";
        bank.projects(header, "A;N;en_ejecucion;2025;100").published();
        bank.projects(header, "A;N;en_ejecucion;2025;100").published();
        assertThat(bank.list("SELECT count(*) FROM lindero.project")).containsExactly("1");
        Loaded back = bank.projects(header, "A;N;viable;2025;200").published();
        assertThat(back.findings()).contains("WARNING stage-backwards 1 stage");
        bank.done("loads", "revert", back.json().path("publication").asText());
        assertThat(bank.list("SELECT p.stage, b.planned FROM lindero.project p JOIN lindero.project_budget b"
                        + " ON b.project_id = p.id WHERE p.pub_to IS NULL"))
                .containsExactly("en_ejecucion|100.00");
    }

    @Test
    void neverReadsContractors() {
        bank.projects("code;name;stage;contract;contratista;nit_contratista", "A;N;viable;C-1;Juana Pueblo;123")
                .published();
        assertThat(bank.list("SELECT contracts::text || places::text || viability::text FROM lindero.project")
                        .get(0))
                .contains("C-1")
                .doesNotContain("Juana");
        assertThat(bank.list("SELECT count(*) FROM lindero.project p WHERE p::text LIKE '%Juana%'"))
                .containsExactly("0");
    }
}
