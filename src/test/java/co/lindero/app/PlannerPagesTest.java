package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.config.Config;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.PoolSettings;
import co.lindero.platform.json.Json;
import co.lindero.support.ApiClient;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages on which a planner follows a plan: the first one leads to licences, exposure and indicators, and each of them is a page. A
 * town of two parcels in AR-2, where two floors are allowed, a licence of three that is about to expire, high hazard, and targets.
 */
class PlannerPagesTest {
    private static final Pattern LINK = Pattern.compile("href=\"(http://127[^\"]+)\"");
    private static final String DAY = "2026-06-01";

    @TempDir
    static Path folder;

    private static TestDatabase testDatabase;
    private static Town town;
    private static Database database;
    private static Service service;

    @BeforeAll
    static void start() throws IOException {
        testDatabase = TestDatabase.create();
        town = Town.planned(testDatabase);
        town.parcels()
                .parcel("0001")
                .rect(0, 0, 20, 10)
                .parcel("0002")
                .rect(100, 0, 20, 10)
                .load();
        town.buildings().building("0002", 2, 80).rect(102, 2, 5, 5).load();
        town.theme("activity-area", "--partition", "--accuracy", "0.1", "--coverage", "municipality");
        town.zones("activity-area").zone("AR-2").rect(-100, -100, 600, 1000).load();
        town.theme("hazard-flood")
                .zones("hazard-flood")
                .zone("Alta")
                .rect(100, 0, 20, 10)
                .load("--accuracy", "0.1", "--coverage", "municipality");
        town.theme("vendavales", "--hazard", "--title", "Vendavales <fuertes>")
                .zones("vendavales")
                .zone("Media")
                .rect(0, 0, 20, 10)
                .load("--accuracy", "0.1", "--coverage", "municipality");
        town.rules().norm("activity-area/AR-2", "floors <= 2").publish();
        town.theme("vientos", "--title", "Vientos")
                .zones("vientos")
                .zone("V")
                .rect(0, 0, 20, 10)
                .load();
        town.plan("P2", "2030-01-01", "--status", "draft", "--revises", "P1")
                .theme("vientos", "--title", "Vientos", "--hazard")
                .plan("P 3", "2031-01-01", "--status", "draft")
                .in("P1");
        licence();
        targets();
        Map<String, String> env = new HashMap<>(testDatabase.env());
        env.put("LINDERO_PORT", "0");
        env.put("LINDERO_MUNICIPALITY", town.municipality());
        Config config = Config.read(TestDatabase.HOME, env, Map.of());
        database = Database.open(config, PoolSettings.service(config), Optional.empty(), Optional.empty(), line -> {});
        service = Service.start(new Application(config, database, Application.Mode.ORDINARY));
    }

    private static void licence() throws IOException {
        Path csv = folder.resolve("licencias.csv");
        Files.writeString(
                csv,
                "radicado;clase;modalidad;estado;fecha_radicacion;fecha_expedicion;fecha_firmeza;predios;viviendas;pisos\n"
                        + town.municipality()
                        + "-0-23-0001;construccion;obra_nueva;en_firme;2023-05-01;2023-06-10;2023-07-01;"
                        + town.number("0001") + ";4;3\n"
                        + pending(1) + inProcedure() + pending(2) + inProcedure());
        town.done(
                "load",
                "licences",
                csv.toString(),
                "--municipality",
                town.municipality(),
                "--report",
                folder.toString());
    }

    private static String inProcedure() {
        return ";construccion;obra_nueva;radicada;2026-05-02;;;" + town.number("0001") + ";1;3\n";
    }

    /** A file still in procedure, whose number has a space. */
    private static String pending(int serial) {
        return town.municipality() + "-0-26 000" + serial;
    }

    private static void targets() throws IOException {
        Path csv = folder.resolve("metas.csv");
        Files.writeString(csv, """
                indicator;year;target;source;name
                dwellings-licensed;2023;3;Acuerdo 1 de 2005, art. 9;Vivienda <nueva>
                dwellings-licensed;2025;5;Acuerdo 1 de 2005, art. 9;
                dwellings-licensed;2028;8;Acuerdo 1 de 2005, art. 9;
                """);
        town.done("plan", "indicators", "P1", "--municipality", town.municipality(), "--targets", csv.toString());
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
        testDatabase.close();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        URI uri = URI.create(path.startsWith("http") ? path : "http://127.0.0.1:" + service.port() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return ApiClient.send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private static String page(String path) {
        HttpResponse<String> response = get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(response.statusCode()).as(path + "\n" + response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        return response.body();
    }

    private static List<String> links(String page) {
        return LINK.matcher(page)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList();
    }

    @Test
    void theFirstPageLeadsToFollowUpExposureAndIndicators() {
        List<String> links = links(page("/"));
        String of = "municipality=" + town.municipality();
        assertThat(links)
                .anySatisfy(link -> assertThat(link).endsWith("/licences/follow-up?f=html&" + of))
                .anySatisfy(link -> assertThat(link).endsWith("/exposure?f=html&theme=hazard-flood&" + of))
                .anySatisfy(link -> assertThat(link).endsWith("/exposure?f=html&theme=vendavales&" + of))
                .anySatisfy(link -> assertThat(link).endsWith("/plans/P1/indicators?f=html&" + of))
                .noneSatisfy(link -> assertThat(link).contains("theme=activity-area"))
                .as("a draft alone says that it is a hazard")
                .noneSatisfy(link -> assertThat(link).contains("theme=vientos"));
        JsonNode json = Json.read(get("/").body());
        assertThat(StreamSupport.stream(json.get("links").spliterator(), false)
                        .map(link -> link.get("rel").asText()))
                .contains("exposure", "follow-up", "indicators");
    }

    @Test
    void everyLinkOfThePagesIsAnswered() {
        for (String path : List.of(
                "/",
                "/?q=" + town.number("0001"),
                "/plans/P1/indicators?on=" + DAY,
                "/plans/P%203/indicators?on=" + DAY,
                "/licences/follow-up?on=" + DAY,
                "/licences/follow-up?section=expiring&on=" + DAY,
                "/licences/follow-up?section=conflicts&checks=1&on=" + DAY,
                "/licences/follow-up?section=conflicts&checks=1&on=" + DAY + "&after=" + town.municipality()
                        + "-0-23-0001",
                "/exposure?theme=vendavales&by=use")) {
            String page = page(path);
            for (String link : links(page)) {
                assertThat(get(link).statusCode())
                        .as(path + " leads to " + link)
                        .isEqualTo(200);
            }
            assertThat(page).as("what is data is no mark-up").doesNotContain("<fuertes>", "<nueva>");
        }
    }

    @Test
    void anIndicatorIsToldWithTargetYearsUnitAndSource() {
        String page = page("/plans/P1/indicators?from=2022&on=" + DAY);
        assertThat(page)
                .contains("Indicadores del plan P1", "Vivienda &lt;nueva&gt;", "<svg class=\"chart\"")
                .contains("2026: 0 viviendas · meta 2028: al menos 8 viviendas")
                .contains("Decreto 1077 de 2015, art. 2.2.6.1.1.7", "Acuerdo 1 de 2005, art. 9")
                .contains("<th scope=\"row\">2023</th><td>4</td><td>3</td><td>cumplida</td><td>2023-12-31</td>")
                .contains("<th scope=\"row\">2025</th><td>0</td><td>5</td><td>no cumplida</td>")
                .contains("<th scope=\"row\">2028</th><td>—</td><td>8</td><td></td>")
                .contains("Sin datos");
        // of what is not loaded there is nothing to draw: years without bars
        assertThat(page.split("<rect class=\"bar\"", -1)).hasSize(5 + 1);
        assertThat(page.split("<path class=\"target\"", -1)).hasSize(3 + 1);
        assertThat(get("/plans/P1/indicators?f=html&on=" + DAY, "Accept-Language", "en")
                        .body())
                .contains("Indicators of plan P1", "at least 8 dwellings");
    }

    @Test
    void thePageOfAPlanWithoutTargetsSaysHowToGiveThem() {
        String page = page("/plans/P2/indicators?on=" + DAY);
        assertThat(page).contains("lindero plan indicators P2 --targets").contains("<th scope=\"row\">2026</th>");
    }

    /** A page of licences checked, and the next, show one state; the other parts begin at their beginning. */
    @Test
    void theNextPageKeepsTheStateAndTheOtherPartsBeginAnew() {
        String page = page("/licences/follow-up?section=conflicts&checks=1");
        assertThat(page).contains(pending(1)).doesNotContain(pending(2));
        String next = links(page).stream()
                .filter(link -> link.contains("after="))
                .findFirst()
                .orElseThrow();
        assertThat(next)
                .contains("after=" + pending(1).replace(' ', '+'))
                .containsPattern("[?&]on=\\d{4}-\\d{2}-\\d{2}")
                .containsPattern("[?&]knownAt=\\d+");
        String second = page(next);
        assertThat(second).contains(pending(2)).doesNotContain(pending(1) + "</a>");
        assertThat(links(second))
                .filteredOn(link -> link.contains("/follow-up?") && !link.contains("section=conflicts"))
                .hasSizeGreaterThanOrEqualTo(4)
                .noneMatch(link -> link.contains("after="));
    }

    @Test
    void theLinksOfADayPastAreOfThatDay() {
        String known = Json.read(
                        get("/licences/follow-up?section=expiring&f=json").body())
                .at("/knownAt/publication")
                .asText();
        List<String> links = links(page("/licences/follow-up?on=" + DAY + "&knownAt=" + known));
        String moment = "&on=" + DAY;
        assertThat(links)
                .anyMatch(link ->
                        link.contains("/parcels/" + town.number("0002") + "/land-use?f=text&knownAt=" + known + moment))
                .anyMatch(link -> link.contains("/licences/" + pending(1).replace(" ", "%20") + "?knownAt=" + known
                        + "&municipality=" + town.municipality() + moment));
        assertThat(links(page("/licences/follow-up")))
                .as("of no day in particular")
                .noneMatch(link -> link.contains("on=2"));
    }

    @Test
    void theFollowUpIsAPageWithItsSections() {
        String page = page("/licences/follow-up?on=" + DAY);
        String number = town.municipality() + "-0-23-0001";
        assertThat(page)
                .contains("Seguimiento de las licencias", "id=\"zones\"", "id=\"conflicts\"", "id=\"candidates\"")
                .contains("1 licencia vence en 90 días")
                .contains("/licences/" + number)
                .contains("construccion: obra nueva")
                .contains("<th scope=\"row\">AR-2</th><td>1</td><td>0 (1 sin dato)</td>")
                .contains(">" + town.number("0002") + "</a></th><td>amenaza alta</td>")
                .contains("<td>P1: Número de pisos: 3 pisos (los pisos propuestos); la norma pide &lt;= 2 pisos");
        assertThat(page("/licences/follow-up?draft=P2&on=" + DAY))
                .as("the draft inherits the norm: both plans say the same, once")
                .contains("<td>P1 y P2: Número de pisos: 3 pisos");
        String one = page("/licences/follow-up?section=expiring&on=" + DAY);
        assertThat(one).contains("id=\"expiring\"", "f=csv").doesNotContain("id=\"zones\"");
    }
}
