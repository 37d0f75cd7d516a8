package co.lindero.investment;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.AnswerSchema;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects as requests and the land-use answer show them. */
class ProjectAnswerTest {
    private static final String LOT = "761300101000001230045000000000";

    @TempDir
    static Path folder;

    private static Bank bank;
    private static BankServer server;

    @BeforeAll
    static void open() {
        bank = new Bank(folder).territories();
        bank.load("parcels", "number;wkt\n" + LOT + ";" + Bank.box(100, 100, 20, 10) + "\n")
                .published();
        bank.done("plan", "add", "--municipality", "76130", "--code", "P", "--act", "A", "--from", "2005-06-01");
        bank.projects(
                        "code;bpin;name;stage;axis;programme;office;year;source;final;parcel;territory_kind;territory;place_kind;wkt",
                        "NEEDS;2024761300001;Vía que toma 5 m;viable;E1;Pr1;Obras;2025;SGP;100;;;;;"
                                + Bank.box(100, 100, 20, 5),
                        "CROSSES;2024761300002;Red de agua;en_ejecucion;E1;Pr2;Obras;2026;SGR;200;;;;;"
                                + Bank.line(90, 105, 130, 105),
                        "NEAR;2024761300003;Parque;viable;E2;;Parques;2026;SGP;300;;;;;" + Bank.point(150, 105),
                        "FAR;;Lejos;viable;E2;;;2026;SGP;400;;;;;" + Bank.point(700, 105),
                        "CODE;;Por predio;registrado;E2;;;2026;SGP;500;" + LOT + ";;;;",
                        "SERVES;;Escuela de C1;viable;E2;;;2026;SGP;600;;corregimiento;C1;;",
                        "AREA;;Acueducto;suspendido;E2;;;2026;SGP;700;;;;influencia;" + Bank.box(0, 0, 900, 900),
                        "NOWHERE;;Capacitación 100%;terminado;E3;;;2024;Propios;800;;;;;")
                .published();
        server = new BankServer(bank);
    }

    @AfterAll
    static void close() {
        server.close();
        bank.close();
    }

    @Test
    void tellsWhatAParcelHasToDoWithEachProject() {
        JsonNode body = server.get("/parcels/" + LOT + "/projects");
        assertThat(texts(body.path("projects"), "code", "relation", "toldBy", "neededM2", "lengthM", "distanceM"))
                .containsExactly(
                        "NEEDS needs geometry 100.0000 null 0.00",
                        "CROSSES touches geometry null 20.0000 0.00",
                        "CODE touches parcel null null null",
                        "NEAR near geometry null null 30.00",
                        "AREA serves influence null null null",
                        "SERVES serves territory null null null");
        assertThat(body.path("withinM").asDouble()).isEqualTo(100);
        assertThat(texts(server.get("/parcels/" + LOT + "/projects?within=10").path("projects"), "code"))
                .doesNotContain("NEAR");
    }

    @Test
    void theLandUseAnswerShowsThemAndComesAgainBitForBit() {
        String first = bank.done("land-use", LOT, "--format", "json");
        JsonNode answer = Json.read(first);
        AnswerSchema.require(answer);
        assertThat(texts(answer.path("projects"), "code", "relation", "planned"))
                .startsWith("NEEDS needs 100.00", "CROSSES touches 200.00")
                .hasSize(6);
        assertThat(texts(answer.path("dataVersions"), "dataset")).contains("projects/projects");
        assertThat(bank.done("land-use", LOT))
                .contains("PROYECTO NEEDS — Vía que toma 5 m: ocupa 100.0000 m² · viable · $ 100.00");
        String at = answer.at("/knownAt/publication").asText();
        bank.load("projects", "code;name;stage\nOTHER;N;viable\n", "--dataset", "otro")
                .published();
        assertThat(bank.done("land-use", LOT, "--format", "json", "--known-at", at))
                .isEqualTo(first);
        bank.done("loads", "revert", newest());
    }

    private static String newest() {
        return bank.list("SELECT max(id) FROM lindero.publication").get(0);
    }

    @Test
    void listsByEveryFilter() {
        server.get("/projects").path("features").forEach(feature -> BankServer.requireFit("project", feature));
        assertThat(codes("/projects?axis=E1")).containsExactly("CROSSES", "NEEDS");
        assertThat(codes("/projects?programme=Pr2")).containsExactly("CROSSES");
        assertThat(codes("/projects?office=Parques")).containsExactly("NEAR");
        assertThat(codes("/projects?stage=terminado")).containsExactly("NOWHERE");
        assertThat(codes("/projects?year=2025")).containsExactly("NEEDS");
        assertThat(codes("/projects?source=SGR")).containsExactly("CROSSES");
        assertThat(codes("/projects?source=SGR&year=2025")).isEmpty();
        assertThat(codes("/projects?q=escuela")).containsExactly("SERVES");
        assertThat(codes("/projects?q=100%25")).containsExactly("NOWHERE");
        assertThat(codes("/projects?q=2024761300003")).containsExactly("NEAR");
        assertThat(codes("/projects?territory=C2&kind=corregimiento")).isEmpty();
        JsonNode near = server.get("/projects/NEAR");
        double lon = near.at("/geometry/coordinates/0").asDouble();
        double lat = near.at("/geometry/coordinates/1").asDouble();
        String box = "%s,%s,%s,%s".formatted(lon - 1e-5, lat - 1e-5, lon + 1e-5, lat + 1e-5);
        assertThat(codes("/projects?bbox=" + box)).contains("NEAR").doesNotContain("FAR", "NOWHERE");
        String plot = "%s,%s,%s,%s".formatted(lon - 4e-4, lat - 1e-5, lon - 3e-4, lat + 1e-5);
        assertThat(codes("/projects?bbox=" + plot)).contains("CODE");
        for (String bad :
                List.of("bbox=1,2,3", "bbox=3,4,1,2", "stage=x", "year=1", "color=red", "limit=0", "bbox=a,b,c,d")) {
            assertThat(server.response("/projects?" + bad).statusCode()).as(bad).isEqualTo(400);
        }
    }

    @Test
    void pagesByKeyWithinOneState() {
        List<String> all = new ArrayList<>();
        String path = "/projects?limit=3";
        while (!path.isEmpty()) {
            JsonNode page = server.get(path);
            assertThat(page.path("numberReturned").asInt())
                    .isEqualTo(page.path("features").size());
            all.addAll(codesOf(page));
            path = StreamSupport.stream(page.path("links").spliterator(), false)
                    .filter(link -> link.path("rel").asText().equals("next"))
                    .map(link -> link.path("href").asText())
                    .findFirst()
                    .orElse("");
            assertThat(path.isEmpty() || path.contains("knownAt=")).isTrue();
        }
        assertThat(all).containsExactly("AREA", "CODE", "CROSSES", "FAR", "NEAR", "NEEDS", "NOWHERE", "SERVES");
    }

    @Test
    void showsOneProjectByCodeOrBpinAndSaysWhereThereIsNone() {
        JsonNode one = server.fitting("project", "/projects/2024761300001");
        assertThat(one.path("id").asText()).isEqualTo("NEEDS");
        assertThat(one.at("/properties/budget/0/final").decimalValue()).isEqualByComparingTo("100");
        assertThat(one.at("/properties/located").asText()).isEqualTo("drawn");
        assertThat(server.get("/projects/NOWHERE").path("geometry").isNull()).isTrue();
        assertThat(server.get("/projects/NOWHERE").at("/properties/located").asText())
                .isEqualTo("none");
        assertThat(server.get("/projects/SERVES").at("/properties/located").asText())
                .isEqualTo("territory");
        HttpResponse<String> unknown = server.response("/projects/X");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Json.read(unknown.body()).path("code").asText()).isEqualTo("project-not-found");
    }

    private static List<String> codes(String path) {
        return codesOf(server.get(path));
    }

    private static List<String> codesOf(JsonNode collection) {
        return texts(collection.path("features"), "id");
    }

    static List<String> texts(JsonNode rows, String... members) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> {
            List<String> words = new ArrayList<>();
            for (String member : members) {
                words.add(row.path(member).asText());
            }
            texts.add(String.join(" ", words));
        });
        return texts;
    }
}
