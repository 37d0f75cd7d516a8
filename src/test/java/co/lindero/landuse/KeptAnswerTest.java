package co.lindero.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.cadastre.ParcelFinder;
import co.lindero.cadastre.ParcelStore;
import co.lindero.demo.DemoGenerator;
import co.lindero.demo.DemoLayout;
import co.lindero.demo.DemoSettings;
import co.lindero.investment.ParcelProjects;
import co.lindero.plan.PlanStore;
import co.lindero.platform.db.Database;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.publication.KnownAt;
import co.lindero.publication.PublicationStore;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The warm answer, read in one statement, against the answer measured anew and the one read step by step. */
class KeptAnswerTest {
    @TempDir
    static Path folder;

    private static TestDatabase town;
    private static Database database;
    private static LandUseService service;
    private static List<String> numbers;

    @BeforeAll
    static void load() throws IOException {
        town = TestDatabase.create();
        DemoGenerator.generate(new DemoSettings(7, 60, DemoLayout.FABRIC), folder);
        run("plan add --code P --kind PBOT --act A --from 2005-06-01");
        run("load parcels " + folder.resolve("parcels.geojson"));
        for (String theme : List.of("land-class", "activity-area", "hazard-flood")) {
            run("plan theme add --plan P --theme " + theme + (theme.equals("hazard-flood") ? "" : " --partition"));
            run("load zones " + folder.resolve("zones-" + theme + ".geojson") + " --plan P --theme " + theme
                    + " --accuracy 0.10 --coverage municipality");
        }
        database = town.open();
        numbers = database.read(handle -> handle.createQuery("SELECT number FROM lindero.parcel ORDER BY number")
                .mapTo(String.class)
                .list());
        Path buildings = folder.resolve("buildings.csv");
        Files.writeString(
                buildings,
                "number,parcel,floors,built_area_m2\nB2," + numbers.get(0) + ",2,80\nB1," + numbers.get(0) + ",1,40\n");
        run("load buildings " + buildings);
        service = new LandUseService(
                database,
                Clock.systemUTC(),
                new PlanStore(),
                new PublicationStore(),
                new ParcelFinder(new ParcelStore()),
                new ParcelProjects(100),
                new co.lindero.register.ParcelLicences(),
                new co.lindero.plan.StripStore(co.lindero.plan.StripRules.of("30", "60,45,30")));
    }

    @AfterAll
    static void close() {
        database.close();
        town.close();
    }

    private static void run(String command) {
        Map<String, String> env = new HashMap<>(town.env());
        env.put("LINDERO_VAR", folder.toString());
        CliRun run = CliRun.of(env, (command + " --municipality 76130").split(" ", -1));
        assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
    }

    @Test
    void saysTheSameAsAnAnswerReadStepByStep() {
        for (String number : numbers) {
            // the first answer of a publication is read step by step, the next one at once
            String first = answer(number, new KnownAt.Newest());
            String second = answer(number, new KnownAt.Newest());
            long publication =
                    Json.read(first).get("knownAt").get("publication").asLong();

            assertThat(second).isEqualTo(first);
            assertThat(answer(number, new KnownAt.Numbered(publication))).isEqualTo(first);
            assertThat(stepByStep(number)).isEqualTo(first);
        }
    }

    @Test
    void listsBuildingsInTheirOrder() {
        answer(numbers.get(1), new KnownAt.Newest());

        assertThat(Json.read(answer(numbers.get(0), new KnownAt.Newest()))
                        .get("buildings")
                        .findValuesAsText("number"))
                .containsExactly("B1", "B2");
    }

    @Test
    void seesAPublicationMadeSinceTheScopeWasRead() {
        String before = answer(numbers.get(2), new KnownAt.Newest());
        run("plan add --code LATER --kind PBOT --act B --from 2050-01-01 --status draft");
        String after = answer(numbers.get(2), new KnownAt.Newest());

        assertThat(Json.read(after).get("knownAt").get("publication").asLong())
                .isGreaterThan(
                        Json.read(before).get("knownAt").get("publication").asLong());
    }

    private static String answer(String number, KnownAt known) {
        return Json.write(service.answer(new LandUseQuestion(number, null, null, known, null, false), Language.ES));
    }

    private static String stepByStep(String number) {
        return Json.write(service.answerAll(
                        List.of(new LandUseQuestion(number, null, null, new KnownAt.Newest(), null, false)),
                        Language.ES)
                .get(0));
    }
}
