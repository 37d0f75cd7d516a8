package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.AnswerSchema;
import co.lindero.support.CliRun;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which zones and quantities of a plan are encoded, only cited, or missing, with what it inherits. */
class PlanCompletenessTest {
    private static final String NORMS =
            "scope_theme;scope_zone;scope2_theme;scope2_zone;quantity;operator;value;act;article\n";

    @TempDir
    Path folder;

    @Test
    void tellsOfEachZoneWhatIsEncodedCitedOrMissingWithWhatThePlanInherits() {
        try (LoadTown town = LoadTown.withPlan(folder)) {
            town.plots("zonas", Plots.metres().square(0, 0, 100, "code", "AR-1").square(100, 0, 100, "code", "AR-2"));
            town.loadZones("zonas");
            town.plots("bienes", Plots.metres().square(0, 0, 10, "code", "BIC"));
            town.load("zones", "bienes", "--plan", "P", "--theme", "heritage");
            town.text("n.csv", """
                    scope_theme;scope_zone;scope2_theme;scope2_zone;quantity;operator;value;act;article
                    activity-area;AR-1;;;floors;<=;3;A;1
                    activity-area;AR-1;;;height_m;<=;;A;1
                    activity-area;AR-1;heritage;BIC;height_m;<=;6;A;2
                    activity-area;AR-2;;;height_m;<=;;A;1
                    ;;;;parking_spaces;>=;1;A;3
                    """);
            assertThat(town.load("norms", "n.csv", "--plan", "P").code()).isZero();
            town.text("u.csv", """
                    scope_theme;scope_zone;category;regime;act;article
                    activity-area;AR-1;C-1;principal;A;1
                    """);
            town.load("uses", "u.csv", "--plan", "P");
            assertThat(lines(town, "P"))
                    .containsExactly(
                            "null null [\"parking_spaces\"] [] [] 0",
                            "activity-area AR-1 [\"floors\",\"height_m\"] [] [] 1",
                            "activity-area AR-2 [] [\"height_m\"] [\"floors\"] 0",
                            "heritage BIC [\"height_m\"] [] [] 0");
            town.run(
                    "plan",
                    "add",
                    "--code",
                    "R",
                    "--act",
                    "Acuerdo 2",
                    "--from",
                    "2020-01-01",
                    "--revises",
                    "P",
                    "--status",
                    "draft");
            town.text("r.csv", NORMS + "activity-area;AR-2;;;height_m;<=;9;B;1\n");
            assertThat(town.load("norms", "r.csv", "--plan", "R").code()).isZero();
            assertThat(lines(town, "R")).contains("activity-area AR-2 [\"height_m\"] [] [\"floors\"] 0");
            CliRun text = town.run("plan", "norms", "P");
            assertThat(text.out()).contains("AR-2", "solo citadas: height_m;", "faltan: floors;", "sin usos");
            assertThat(town.run("plan", "norms", "X").err()).contains("plan-not-found");
            assertThat(town.run("plan", "template", "ciiu").out().strip())
                    .isEqualTo("ciiu;category;area_min_m2;area_max_m2;note");
        }
    }

    private static List<String> lines(LoadTown town, String plan) {
        JsonNode answer =
                Json.read(town.run("plan", "norms", plan, "--format", "json").out());
        AnswerSchema.require("plan-completeness", answer);
        List<String> lines = new ArrayList<>();
        for (JsonNode theme : answer.path("themes")) {
            for (JsonNode zone : theme.path("zones")) {
                lines.add(theme.path("theme").asText() + " " + zone.path("zone").asText() + " " + zone.path("encoded")
                        + " " + zone.path("cited") + " " + zone.path("missing") + " " + zone.path("useRules"));
            }
        }
        return lines;
    }
}
