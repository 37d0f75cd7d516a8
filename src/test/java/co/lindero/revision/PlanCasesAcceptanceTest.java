package co.lindero.revision;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.source.LoadKind;
import co.lindero.platform.json.Json;
import co.lindero.support.AnswerSchema;
import co.lindero.support.CliRun;
import co.lindero.support.Rules;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is adopted only where its golden cases are answered as expected. */
class PlanCasesAcceptanceTest {
    @TempDir
    Path folder;

    private String cases(Town town, String more) throws IOException {
        return Files.writeString(folder.resolve("cases.yaml"), """
                        cases:
                          - name: floors in AR-2
                            parcel: "%1$s"
                            expect: {themes: [{theme: activity-area, parts: [{norms: [{quantity: floors, value: 5}]}]}]}
                          - name: C-1 in AR-2
                            parcel: "%1$s"
                            category: C-1
                            expect: {verdict: allowed}
                        %2$s""".formatted(town.number("0045"), more))
                .toString();
    }

    @Test
    void adoptionIsRefusedWhileACaseFailsAndGrantedOnceItPasses() throws IOException {
        try (TestDatabase database = TestDatabase.create()) {
            Town town = Town.planned(database).lot().theme("activity-area", "--partition");
            town.zones("activity-area")
                    .zone("AR-2")
                    .rect(0, 0, 20, 10)
                    .load("--accuracy", "0.10", "--coverage", "municipality");
            town.plan("D1", "2020-01-01", "--status", "draft", "--revises", "P1");
            town.rules()
                    .norm("activity-area/AR-2", "floors <= 4")
                    .use("activity-area/AR-2", "C-1 compatible")
                    .publish();
            String[] test = {"plan", "test", "D1", "--municipality", town.municipality()};
            assertThat(town.run(test).out()).contains("0 casos, 0 no dan lo esperado");
            CliRun kept =
                    town.run("plan", "test", "D1", "--municipality", town.municipality(), "--cases", cases(town, ""));
            assertThat(kept.code()).isEqualTo(4);
            assertThat(kept.out())
                    .contains("Casos guardados: 2")
                    .contains("FALLA  floors in AR-2")
                    .contains("ok     C-1 in AR-2")
                    .contains("2 casos, 1 no dan lo esperado");
            CliRun refused =
                    town.run("plan", "adopt", "D1", "--from", "2020-01-01", "--municipality", town.municipality());
            assertThat(refused.code()).isEqualTo(4);
            assertThat(refused.err()).contains("1 casos del plan D1").contains("floors in AR-2");
            assertThat(town.ask().at("/plan/code")).isEqualTo("P1");
            town.rules()
                    .norm("activity-area/AR-2", "floors <= 5")
                    .use("activity-area/AR-2", "C-1 compatible")
                    .publish();
            assertThat(town.run(test).code()).isZero();
            town.adopt("D1", "2020-01-01");
            assertThat(town.ask().at("/plan/code")).isEqualTo("D1");
            CliRun invalid = town.run(
                    "plan",
                    "test",
                    "D1",
                    "--municipality",
                    town.municipality(),
                    "--cases",
                    cases(town, "  - {name: C-1 in AR-2, parcel: \"1\", expect: {}, odd: 1}\n"));
            assertThat(invalid.code()).isEqualTo(4);
            assertThat(invalid.err()).contains("repite el nombre C-1 in AR-2").contains("cases/2/odd no se conoce");
        }
    }

    /** What is published after the cases passed and before the plan is adopted has them asked again. */
    @Test
    void aPlanIsNotAdoptedOnAStateThatItsCasesHaveNotSeen() throws IOException, SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            Town town = Town.planned(database).lot().theme("activity-area", "--partition");
            town.zones("activity-area")
                    .zone("AR-2")
                    .rect(0, 0, 20, 10)
                    .load("--accuracy", "0.10", "--coverage", "municipality");
            town.plan("D1", "2020-01-01", "--status", "draft", "--revises", "P1");
            town.rules()
                    .norm("activity-area/AR-2", "floors <= 5")
                    .use("activity-area/AR-2", "C-1 compatible")
                    .publish();
            town.done("plan", "test", "D1", "--municipality", town.municipality(), "--cases", cases(town, ""));
            CompletableFuture<CliRun> adoption;
            try (Connection other = database.connect();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("SELECT pg_advisory_xact_lock(hashtext('lindero.publication'))");
                adoption = CompletableFuture.supplyAsync(() ->
                        town.run("plan", "adopt", "D1", "--from", "2020-01-01", "--municipality", town.municipality()));
                awaitBlocked(database);
                statement.execute(
                        "UPDATE lindero.plan_case SET expected = '{\"verdict\": \"prohibited\"}' WHERE name LIKE 'C-1%'");
                statement.execute(
                        "INSERT INTO lindero.publication (id, at, kind, municipality, subject, actor)"
                                + " SELECT max(id) + 1, clock_timestamp(), 'plan', '76130', 'cases/D1', 'another' FROM lindero.publication");
                other.commit();
            }
            CliRun refused = adoption.join();
            assertThat(refused.code()).isEqualTo(4);
            assertThat(refused.err()).contains("1 casos del plan D1").contains("C-1 in AR-2");
            assertThat(town.ask().at("/plan/code")).isEqualTo("P1");
        }
    }

    /** Waits, asking the database, until some session waits for a lock. */
    private static void awaitBlocked(TestDatabase database) throws SQLException {
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
    }

    @Test
    void aLoadOfNormsSaysWhichCasesAndHowManyParcelsItChanges() throws IOException {
        try (TestDatabase database = TestDatabase.create()) {
            Town town = Town.planned(database);
            town.parcels()
                    .parcel("0045")
                    .rect(0, 0, 20, 10)
                    .parcel("0046")
                    .rect(20, 0, 20, 10)
                    .parcel("0047")
                    .rect(40, 0, 20, 10)
                    .load();
            town.theme("activity-area", "--partition");
            town.zones("activity-area")
                    .zone("AR-2")
                    .rect(0, 0, 30, 10)
                    .zone("AC-1")
                    .rect(30, 0, 30, 10)
                    .load("--accuracy", "0.10", "--coverage", "municipality");
            String before = town.rules()
                    .norm("activity-area/AR-2", "floors <= 5")
                    .norm("activity-area/AC-1", "floors <= 8")
                    .use("activity-area/AR-2", "C-1 compatible")
                    .load();
            assertThat(before).contains("Publicado").doesNotContain("Casos del plan");
            town.done("plan", "test", "P1", "--municipality", town.municipality(), "--cases", cases(town, ""));

            Rules corrected =
                    town.rules().norm("activity-area/AR-2", "floors <= 4").norm("activity-area/AC-1", "floors <= 8");
            assertThat(corrected.load())
                    .contains("Casos del plan P1: 2; no dan lo esperado 1, antes 0")
                    .contains("ahora FALLA: floors in AR-2")
                    .contains("Predios en que cambian normas o usos del plan P1 al ")
                    .contains(": 2 de 3");
            JsonNode effects = Json.read(Files.readString(corrected.reports().resolve("effects.json")));
            assertThat(effects.at("/cases/0/before").asBoolean()).isTrue();
            assertThat(effects.at("/cases/0/now").asBoolean()).isFalse();
            assertThat(effects.at("/cases/0/differences/0").asText()).contains("floors");
            assertThat(effects.at("/cases/1/now").asBoolean()).isTrue();
            assertThat(effects.at("/changes/items").findValuesAsText("number"))
                    .containsExactly(town.number("0045"), town.number("0046"));
            assertThat(effects.at("/changes/norms/0/areaHa").asText()).isEqualTo("0.0300");
            AnswerSchema.require("plan-changes", effects.get("changes"));

            assertThat(corrected.run(LoadKind.NORMS).out())
                    .contains("Sin cambios")
                    .doesNotContain("Casos del plan");
            CliRun worse =
                    town.rules().use("activity-area/AR-2", "C-1 prohibido").run(LoadKind.USES);
            assertThat(worse.code()).isEqualTo(1);
            assertThat(worse.out())
                    .contains("ahora FALLA: C-1 in AR-2")
                    .contains("sigue fallando: floors in AR-2")
                    .contains(": 2 de 3");
            assertThat(town.rules()
                            .norm("activity-area/AR-2", "floors <= 5")
                            .norm("activity-area/AC-1", "floors <= 8")
                            .load())
                    .contains("ahora pasa: floors in AR-2");
            assertThat(town.rules().activity("4711", "C-1").load())
                    .contains("Casos del plan P1: 2")
                    .contains("la tabla de actividades no se compara por predio");
        }
    }
}
