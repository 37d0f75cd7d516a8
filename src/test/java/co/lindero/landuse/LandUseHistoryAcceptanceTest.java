package co.lindero.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.Answer;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases 11 to 14 of the land-use answer: which plan answers, and what was known when. */
class LandUseHistoryAcceptanceTest {
    private static final String ACTIVITY = "activity-area";
    private static final String ALL = "municipality";

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static Town withZone(Town town, String code, double width, String... options) {
        return zone(town, code, width).load(options.length == 0 ? standard() : options);
    }

    private static String[] standard() {
        return new String[] {"--accuracy", "0.10", "--coverage", ALL};
    }

    private static Town.Load zone(Town town, String code, double width) {
        return town.zones(ACTIVITY).zone(code).rect(0, 0, width, 10);
    }

    @Test
    void case11_theBoundaryDayOfASuccessionBelongsToTheNewPlan() {
        Town town = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        withZone(town, "OLD", 20);
        town.plan("P2", "2020-01-01").theme(ACTIVITY, "--partition");
        withZone(town, "NEW", 20);
        Answer before = town.ask("0045", "--on", "2019-12-31");
        assertThat(before.theme(ACTIVITY)).isEqualTo("concerned; OLD 200.0000 share 1.000000");
        assertThat(before.at("/plan/code")).isEqualTo("P1");
        assertThat(before.at("/plan/inForceTo")).isEqualTo("2020-01-01");
        Answer onTheDay = town.ask("0045", "--on", "2020-01-01");
        assertThat(onTheDay.theme(ACTIVITY)).isEqualTo("concerned; NEW 200.0000 share 1.000000");
        assertThat(onTheDay.at("/plan/code")).isEqualTo("P2");
        assertThat(town.ask().at("/plan/code")).isEqualTo("P2");
        assertThat(town.ask().hash()).isNotEqualTo(onTheDay.hash());
    }

    @Test
    void case11_zonesLoadedFromADayHoldFromThatDay() {
        Town town = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        withZone(town, "OLD", 20);
        withZone(town, "NEW", 10, "--accuracy", "0.10", "--coverage", ALL, "--valid-from", "2015-07-01");
        assertThat(town.ask("0045", "--on", "2015-06-30").theme(ACTIVITY))
                .isEqualTo("concerned; OLD 200.0000 share 1.000000");
        assertThat(town.ask("0045", "--on", "2015-07-01").theme(ACTIVITY))
                .isEqualTo("concerned; NEW 100.0000 share 0.500000; uncovered 100.0000");
        assertThat(town.ask().theme(ACTIVITY)).startsWith("concerned; NEW 100.0000");
    }

    @Test
    void case11_beforeAnyPlanThereIsAProblemThatSaysSinceWhen() {
        Town town = Town.planned(database).lot();
        CliRun run = town.tryAsk("0045", "--on", "2005-05-31");
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("El 2005-05-31 no regía ningún plan cargado")
                .contains("Hay plan desde 2005-06-01.");
        CliRun english = town.tryAsk("0045", "--on", "2005-05-31", "--lang", "en");
        assertThat(english.err()).contains("No loaded plan was in force on 2005-05-31");
        assertThat(town.ask("0045", "--on", "2005-06-01").at("/plan/code")).isEqualTo("P1");
    }

    @Test
    void withoutAnyPlanEveryExpectedThemeHasNoData() {
        Answer answer = Town.in(database).lot().ask();
        assertThat(answer.json().get("plan").isNull()).isTrue();
        assertThat(answer.warnings("")).contains("no-plan");
        assertThat(answer.theme("hazard-flood")).isEqualTo("no_data unsaid; unknown 200.0000");
    }

    @Test
    void case12_theUncorrectedAnswerComesAgainBitForBit() throws SQLException {
        try (TestDatabase own = TestDatabase.create()) {
            Town town = Town.planned(own).lot().theme(ACTIVITY, "--partition");
            withZone(town, "WRONG", 20);
            CliRun asked = town.tryAsk("0045", "--on", "2024-02-03");
            String number = Json.read(asked.out()).at("/knownAt/publication").asText();
            String instant = Json.read(asked.out()).at("/knownAt/at").asText();
            withZone(town, "RIGHT", 20);
            assertThat(town.ask("0045", "--on", "2024-02-03").theme(ACTIVITY)).startsWith("concerned; RIGHT 200");
            saysAgain(town, asked, number, instant);
            String corrected = town.tryAsk("0045").out();
            CompletableFuture<CliRun> load;
            try (Connection blocker = own.connect();
                    Statement statement = blocker.createStatement()) {
                blocker.setAutoCommit(false);
                // holds the load back at its last statement, when all its rows are written and not yet published
                statement.execute("LOCK TABLE lindero.load IN SHARE MODE");
                String[] command = zone(town, "LATER", 10).command(standard());
                load = CompletableFuture.supplyAsync(() -> town.run(command));
                awaitBlocked(own, statement);
                saysAgain(town, asked, number, instant);
                assertThat(town.tryAsk("0045").out()).isEqualTo(corrected);
                blocker.rollback();
            }
            assertThat(load.join().code()).isIn(0, 1);
            saysAgain(town, asked, number, instant);
            assertThat(town.ask().theme(ACTIVITY)).startsWith("concerned; LATER 100");
            assertThat(town.tryAsk("0045", "--known-at", "2001-01-01T00:00:00Z").code())
                    .isEqualTo(4);
            assertThat(town.tryAsk("0045", "--known-at", "999").code()).isEqualTo(4);
        }
    }

    private static void saysAgain(Town town, CliRun asked, String number, String instant) {
        String[] ways = {number, instant};
        for (String known : ways) {
            assertThat(town.tryAsk("0045", "--on", "2024-02-03", "--known-at", known)
                            .out())
                    .isEqualTo(asked.out());
        }
    }

    /** Waits, asking the database, until some session waits for a lock. */
    private static void awaitBlocked(TestDatabase database, Statement anyOther) throws SQLException {
        try (Connection watcher = database.connect();
                Statement statement = watcher.createStatement()) {
            boolean blocked = false;
            while (!blocked) {
                try (ResultSet row = statement.executeQuery(
                        "SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                                + " WHERE d.datname = current_database() AND NOT l.granted)")) {
                    row.next();
                    blocked = row.getBoolean(1);
                }
            }
        }
        assertThat(anyOther.isClosed()).isFalse();
    }

    @Test
    void case12_aWithdrawnLoadStillAnswersForItsTime() {
        Town town = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        withZone(town, "FIRST", 20);
        String first = town.tryAsk("0045").out();
        withZone(town, "SECOND", 20);
        String second = town.newestPublication();
        town.done("loads", "revert", second);
        assertThat(town.ask().theme(ACTIVITY)).startsWith("concerned; FIRST 200");
        assertThat(town.ask("0045", "--known-at", second).theme(ACTIVITY)).startsWith("concerned; SECOND 200");
        assertThat(town.tryAsk(
                                "0045",
                                "--known-at",
                                Json.read(first).at("/knownAt/publication").asText())
                        .out())
                .isEqualTo(first);
    }

    @Test
    void case13_anExpiredPlanWithoutSuccessorIsInForceAndSaidToBeExpired() {
        Town town = Town.in(database)
                .plan("PBOT-2005", "2005-06-01", "--term-ends", "2017-06-01")
                .lot();
        Answer now = town.ask();
        assertThat(now.at("/plan/status")).isEqualTo("adopted");
        assertThat(now.json().at("/plan/expired").asBoolean()).isTrue();
        assertThat(now.json().at("/plan/inForceTo").isNull()).isTrue();
        assertThat(now.warnings("")).contains("plan-expired");
        Answer lastDay = town.ask("0045", "--on", "2017-05-31");
        assertThat(lastDay.json().at("/plan/expired").asBoolean()).isFalse();
        assertThat(lastDay.warnings("")).doesNotContain("plan-expired");
    }

    @Test
    void case14_aDraftAppearsOnlyWhenAskedForByCode() {
        Town town = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        withZone(town, "OLD", 20);
        String before = town.ask().theme(ACTIVITY);
        town.plan("D1", "2007-01-01", "--status", "draft")
                .theme(ACTIVITY, "--partition")
                .theme("heritage");
        withZone(town, "DRAWN", 20);
        Answer now = town.ask();
        assertThat(now.at("/plan/code")).isEqualTo("P1");
        assertThat(now.theme(ACTIVITY)).isEqualTo(before);
        assertThat(now.json().toString()).doesNotContain("DRAWN").doesNotContain("heritage");
        Answer draft = town.ask("0045", "--plan", "D1");
        assertThat(draft.theme(ACTIVITY)).isEqualTo("concerned; DRAWN 200.0000 share 1.000000");
        assertThat(draft.at("/plan/status")).isEqualTo("draft");
        assertThat(draft.warnings("")).contains("draft-plan");
        town.adopt("D1", "2021-01-01");
        assertThat(town.ask().theme(ACTIVITY)).startsWith("concerned; DRAWN");
        assertThat(town.ask("0045", "--on", "2020-12-31").theme(ACTIVITY)).startsWith("concerned; OLD");
        assertThat(town.tryAsk("0045", "--plan", "NONE").code()).isEqualTo(4);
    }
}
