package co.lindero.demo;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.norm.IndexBase;
import co.lindero.norm.Operator;
import co.lindero.norm.Quantity;
import co.lindero.norm.Regime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sheets speak of the zones that are drawn, in the vocabulary of norms. */
class PlanSheetsTest {
    private static final Path FOLDER = Path.of("data", "candelaria");
    private static final Set<String> NO_ACTIVITY_OF_ITS_OWN =
            Set.of("R-1", "R-2", "R-3", "R-4", "R-5", "R-6", "D-11", "D-12");

    @ParameterizedTest
    @ValueSource(strings = {"norms-2005", "norms-2014", "norms-2026", "uses-2005", "uses-2014", "uses-2026"})
    void everyScopeIsAZoneThatIsDrawn(String sheet) throws IOException {
        Set<String> drawn = new TreeSet<>();
        for (DemoTheme theme : DemoTheme.values()) {
            Layer.features(FOLDER.resolve("zones-" + theme.code() + ".geojson"))
                    .forEach(zone -> drawn.add(
                            theme.code() + " " + zone.at("/properties/code").asText()));
        }

        assertThat(rows(sheet)).isNotEmpty().allSatisfy(row -> assertThat(drawn).containsAll(scopes(row)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"norms-2005", "norms-2014", "norms-2026"})
    void normsUseTheVocabulary(String sheet) throws IOException {
        assertThat(rows(sheet)).allSatisfy(row -> {
            Quantity quantity = Quantity.find(row.get("quantity")).orElseThrow();
            assertThat(row.get("unit")).isEqualTo(quantity.unit());
            assertThat(Operator.find(row.get("operator"))).isPresent();
            assertThat(row.get("base").isEmpty()
                            || IndexBase.find(row.get("base")).isPresent())
                    .isTrue();
            assertThat(row.get("act")).contains("FICTICIO").contains("demostración");
            assertThat(row.get("article")).matches("\\d+");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"uses-2005", "uses-2014", "uses-2026"})
    void usesHaveARegimeAndASource(String sheet) throws IOException {
        assertThat(rows(sheet)).allSatisfy(row -> {
            Regime regime = Regime.find(row.get("regime")).orElseThrow();
            assertThat(row.get("condition").isEmpty() || regime == Regime.CONDICIONADO)
                    .isTrue();
            assertThat(row.get("act")).contains("FICTICIO").contains("demostración");
        });
    }

    @Test
    void everyPairOfTreatmentAndActivityAreaOnTheMapHasItsNorms() throws IOException {
        Set<String> encoded = column(rows("norms-2005"), PlanSheetsTest::pair);

        assertThat(encoded).containsAll(new DrawnPairs(FOLDER).largerThan(500));
        assertThat(rows("norms-2005").stream().map(PlanSheetsTest::scopes).distinct())
                .hasSizeBetween(40, 60);
    }

    @Test
    void everyActivityBelongsToACategoryOfThePlan() throws IOException {
        Set<String> categories = column(rows("uses-2005"), row -> row.get("category"));
        Set<String> ofActivities = column(rows("ciiu"), row -> row.get("category"));

        assertThat(categories).hasSizeBetween(55, 65).containsAll(ofActivities);
        assertThat(categories.stream().filter(category -> !ofActivities.contains(category)))
                .containsExactlyInAnyOrderElementsOf(NO_ACTIVITY_OF_ITS_OWN);
        assertThat(column(rows("ciiu"), row -> row.get("ciiu")))
                .hasSizeGreaterThan(350)
                .allMatch(code -> code.matches("\\d{4}"));
    }

    @Test
    void bandsOfAnActivityDoNotOverlap() throws IOException {
        Map<String, List<Map<String, String>>> byActivity =
                rows("ciiu").stream().collect(Collectors.groupingBy(row -> row.get("ciiu")));

        assertThat(byActivity.values()).allSatisfy(bands -> {
            for (int i = 1; i < bands.size(); i++) {
                String until = bands.get(i - 1).get("area_max_m2");
                if (!until.isEmpty()) {
                    assertThat(Double.parseDouble(bands.get(i).get("area_min_m2")))
                            .isGreaterThan(Double.parseDouble(until));
                }
            }
        });
    }

    @Test
    void figuresThatTheGuideSaysAreMissingAreMissing() throws IOException {
        assertThat(rows("norms-2005"))
                .filteredOn(row -> row.get("value").isEmpty())
                .hasSize(1)
                .allMatch(row -> pair(row).equals("Consolidacion AD-1")
                        && row.get("quantity").equals("occupation_index"));
        assertThat(rows("norms-2005"))
                .filteredOn(row -> pair(row).equals("Desarrollo MIX-2"))
                .isNotEmpty()
                .noneMatch(row -> row.get("quantity").equals("height_m"));
        assertThat(rows("uses-2005"))
                .filteredOn(row -> row.get("scope_zone").equals("AR-2"))
                .noneMatch(row -> row.get("category").equals("S-11"));
    }

    private static String pair(Map<String, String> row) {
        return row.get("scope_zone") + " " + row.get("scope2_zone");
    }

    private static Set<String> scopes(Map<String, String> row) {
        Set<String> scopes = new TreeSet<>();
        scopes.add(row.get("scope_theme") + " " + row.get("scope_zone"));
        scopes.add(row.getOrDefault("scope2_theme", "") + " " + row.getOrDefault("scope2_zone", ""));
        scopes.remove(" ");
        return scopes;
    }

    private static Set<String> column(List<Map<String, String>> rows, Function<Map<String, String>, String> value) {
        return rows.stream().map(value).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Map<String, String>> rows(String sheet) throws IOException {
        return Sheet.rows(FOLDER.resolve(sheet + ".csv"));
    }
}
