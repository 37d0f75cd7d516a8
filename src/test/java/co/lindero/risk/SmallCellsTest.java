package co.lindero.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallCellsTest {
    private static ExposedRow cell(String code, RiskLevel level, long parcels, long buildings, String... parents) {
        return new ExposedRow(
                code, code, level, parcels, parcels, null, buildings, 0, 0, 0, List.of(), 0, 0, Arrays.asList(parents));
    }

    private static List<String> hidden(int threshold, ExposedRow... cells) {
        return SmallCells.of(List.of(cells), threshold).stream()
                .map(row -> row.code() + " " + row.level())
                .sorted()
                .toList();
    }

    @Test
    void nothingIsHiddenWhereNothingIsSmall() {
        assertThat(hidden(3, cell("A", RiskLevel.HIGH, 3, 0), cell("B", RiskLevel.HIGH, 0, 3)))
                .isEmpty();
        assertThat(hidden(0, cell("A", RiskLevel.HIGH, 1, 1))).isEmpty();
    }

    @Test
    void aSmallOneHidesBehindTheSmallestOtherOfItsLevel() {
        assertThat(hidden(
                        3,
                        cell("A", RiskLevel.HIGH, 1, 0),
                        cell("B", RiskLevel.HIGH, 50, 0),
                        cell("C", RiskLevel.HIGH, 9, 0)))
                .containsExactly("A HIGH", "C HIGH");
    }

    @Test
    void twoSmallOnesWhoseSumIsSmallHideBehindAThird() {
        assertThat(hidden(
                        3,
                        cell("A", RiskLevel.HIGH, 1, 0),
                        cell("B", RiskLevel.HIGH, 1, 0),
                        cell("C", RiskLevel.HIGH, 9, 0)))
                .hasSize(3);
    }

    /** The cadastre counts the parcels of a group: less its other levels, the small one is told. */
    @Test
    void aSmallOneHidesBehindAnotherLevelOfItsGroup() {
        assertThat(hidden(
                        3,
                        cell("A", RiskLevel.HIGH, 1, 0),
                        cell("A", RiskLevel.LOW, 7, 0),
                        cell("A", RiskLevel.NONE, 100, 0),
                        cell("B", RiskLevel.HIGH, 1, 0),
                        cell("B", RiskLevel.LOW, 5, 0),
                        cell("C", RiskLevel.HIGH, 1, 0),
                        cell("C", RiskLevel.LOW, 4, 0)))
                .contains("A HIGH", "A LOW", "B HIGH", "B LOW", "C HIGH", "C LOW")
                .doesNotContain("A NONE");
    }

    /** The table by corregimiento counts what its veredas do: the difference must not tell the small one. */
    @Test
    void aSmallOneHidesBehindOneOfTheSameLargerTerritory() {
        assertThat(hidden(
                        3,
                        cell("V1", RiskLevel.HIGH, 2, 0, "corregimiento/C1"),
                        cell("V2", RiskLevel.HIGH, 80, 0, "corregimiento/C1"),
                        cell("V3", RiskLevel.HIGH, 4, 0, "corregimiento/C2"),
                        cell("V4", RiskLevel.HIGH, 5, 0, "corregimiento/C2")))
                .contains("V1 HIGH", "V2 HIGH");
    }

    /** On random tables no known sum leaves a single hidden row, nor hidden rows whose sum is small, but where all are hidden. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void noKnownSumGivesAHiddenRowAway(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            int threshold = 2 + random.nextInt(4);
            List<ExposedRow> cells = table(random);
            Set<ExposedRow> hidden = SmallCells.of(cells, threshold);
            assertThat(hidden)
                    .containsAll(cells.stream()
                            .filter(cell -> cell.isSmall(threshold))
                            .toList());
            requireCovered(cells, hidden, threshold, cell -> List.of(String.valueOf(cell.level())));
            requireCovered(cells, hidden, threshold, cell -> List.of(String.valueOf(cell.code())));
            requireCovered(
                    cells,
                    hidden,
                    threshold,
                    cell -> cell.parents().stream()
                            .map(parent -> parent + cell.level())
                            .toList());
        }
    }

    private static List<ExposedRow> table(Random random) {
        List<ExposedRow> cells = new ArrayList<>();
        int groups = 1 + random.nextInt(8);
        for (int group = 0; group < groups; group++) {
            String parent = "corregimiento/" + random.nextInt(3);
            for (RiskLevel level : RiskLevel.values()) {
                long parcels = random.nextInt(3) == 0 ? random.nextInt(4) : random.nextInt(60);
                long buildings = random.nextInt(2) == 0 ? 0 : random.nextInt(40);
                cells.add(cell("G" + group, level, parcels, buildings, parent));
            }
        }
        return cells;
    }

    private static void requireCovered(
            List<ExposedRow> cells, Set<ExposedRow> hidden, int threshold, Function<ExposedRow, List<String>> lines) {
        Map<String, List<ExposedRow>> byLine = new HashMap<>();
        cells.stream()
                .filter(cell -> cell.counted() > 0)
                .forEach(cell -> lines.apply(cell)
                        .forEach(line -> byLine.computeIfAbsent(line, name -> new ArrayList<>())
                                .add(cell)));
        byLine.values().forEach(line -> {
            List<ExposedRow> within = line.stream().filter(hidden::contains).collect(Collectors.toList());
            boolean all = within.size() == line.size();
            long parcels = within.stream().mapToLong(ExposedRow::parcels).sum();
            long buildings = within.stream().mapToLong(ExposedRow::buildings).sum();
            boolean told =
                    within.size() == 1 || Stream.of(parcels, buildings).anyMatch(sum -> sum > 0 && sum < threshold);
            assertThat(within.isEmpty() || all || !told).as(line.toString()).isTrue();
        });
    }
}
