package co.lindero.risk;

import co.lindero.risk.ExposureAnswer.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was counted into rows and sums. Rows whose counts are so small that persons could be told apart are kept back; what
 * they hold is summed in one row of code {@code suppressed}; {@link SmallCells} chooses them. Pure.
 */
final class ExposureTable {
    static final String SUPPRESSED = "suppressed";
    private static final int AREA_DECIMALS = 4;
    private static final int SHARE_DECIMALS = 6;

    private final List<ExposedRow> counted;
    private final Set<String> keptBack;
    private final Loaded loaded;
    private final double wholeM2;
    /** Ground of a level that a group has nothing of; null where no row has ground at all. */
    private final @Nullable Double noGround;

    private int suppressed;

    /**
     * Prepares the sums.
     *
     * @param counted rows of the database, buildings without footprint left out
     * @param threshold counts under this are kept back; 0 or 1 for none
     */
    ExposureTable(List<ExposedRow> counted, int threshold, Loaded loaded) {
        this.counted = List.copyOf(counted);
        this.loaded = loaded;
        this.keptBack = SmallCells.of(this.counted, threshold).stream()
                .map(ExposureTable::key)
                .collect(Collectors.toSet());
        this.noGround = counted.stream().anyMatch(row -> row.groundM2() != null) ? 0.0 : null;
        this.wholeM2 = counted.stream().mapToDouble(ExposedRow::drawnM2).sum();
    }

    /**
     * What is loaded that can be counted.
     *
     * @param licences whether a register of licences is
     * @param projects whether a bank of projects is
     */
    record Loaded(boolean licences, boolean projects) {}

    private static String key(ExposedRow row) {
        return row.code() + " " + row.level();
    }

    /** Returns how many rows were kept back so far. */
    int suppressed() {
        return suppressed;
    }

    /** Returns the rows of some levels: every group has a row for each, though it be of zeros. */
    List<Row> rows(List<RiskLevel> levels) {
        Map<String, List<ExposedRow>> groups = new LinkedHashMap<>();
        counted.forEach(row -> groups.computeIfAbsent(Objects.toString(row.code(), "\uffff"), key -> new ArrayList<>())
                .add(row));
        List<Row> rows = new ArrayList<>();
        for (RiskLevel level : levels) {
            List<ExposedRow> ofLevel = groups.values().stream()
                    .map(group -> at(group, level))
                    .filter(row -> level != RiskLevel.UNSTATED || hasAnything(row))
                    .toList();
            rows.addAll(written(ofLevel, groups));
        }
        return rows;
    }

    private static boolean hasAnything(ExposedRow row) {
        return row.parcels() > 0
                || row.buildings() > 0
                || row.drawnM2() > 0
                || (row.groundM2() != null && row.groundM2() > 0);
    }

    private ExposedRow at(List<ExposedRow> group, RiskLevel level) {
        ExposedRow first = group.get(0);
        return group.stream()
                .filter(row -> row.level() == level)
                .findFirst()
                .orElse(ExposedRow.zero(first.code(), first.name(), level))
                .withGround(level.isMapped() ? noGround : null);
    }

    private List<Row> written(List<ExposedRow> rows, Map<String, List<ExposedRow>> groups) {
        List<ExposedRow> kept =
                rows.stream().filter(row -> keptBack.contains(key(row))).toList();
        suppressed += kept.size();
        List<Row> written = new ArrayList<>();
        for (ExposedRow row : rows) {
            List<ExposedRow> group = groups.get(Objects.toString(row.code(), "\uffff"));
            written.add(kept.contains(row) ? hidden(row) : row(row, group));
        }
        kept.stream()
                .reduce(ExposedRow::plus)
                .map(sum -> renamed(sum))
                .ifPresent(sum -> written.add(row(
                        sum,
                        kept.stream()
                                .flatMap(row -> groups.get(Objects.toString(row.code(), "\uffff")).stream())
                                .toList())));
        return written;
    }

    private static ExposedRow renamed(ExposedRow sum) {
        return ExposedRow.zero(SUPPRESSED, null, sum.level()).plus(sum);
    }

    private static Row hidden(ExposedRow row) {
        return new Row(
                row.code(),
                row.name(),
                row.level() == null ? null : row.level().code(),
                null,
                null,
                area(row.groundM2()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                true,
                null,
                null);
    }

    /** Writes a row with its shares; the group is all that was counted of it. */
    private Row row(ExposedRow row, List<ExposedRow> group) {
        double groupM2 = group.stream().mapToDouble(ExposedRow::drawnM2).sum();
        double unknown = group.stream()
                .filter(other -> other.level() == RiskLevel.NO_DATA)
                .mapToDouble(ExposedRow::drawnM2)
                .sum();
        return new Row(
                row.code(),
                row.name(),
                row.level() == null ? null : row.level().code(),
                row.parcels(),
                area(row.drawnM2()),
                area(row.groundM2()),
                row.buildings(),
                row.floors(),
                area(row.builtM2()),
                area(row.footprintM2()),
                share(row.drawnM2(), groupM2),
                share(row.drawnM2(), wholeM2),
                area(unknown),
                merged(row.uses()),
                false,
                loaded.licences() ? row.licences() : null,
                loaded.projects() ? row.projects() : null);
    }

    /** Returns the sum of some levels over all groups. */
    Row total(List<RiskLevel> levels) {
        ExposedRow sum = counted.stream()
                .filter(row -> levels.contains(row.level()))
                .reduce(ExposedRow.zero(null, null, levels.size() == 1 ? levels.get(0) : null), ExposedRow::plus);
        return row(sum, counted);
    }

    private static @Nullable BigDecimal area(@Nullable Double m2) {
        return m2 == null ? null : BigDecimal.valueOf(m2).setScale(AREA_DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal share(double part, double whole) {
        return BigDecimal.valueOf(whole == 0 ? 0 : part / whole).setScale(SHARE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static List<JsonNode> merged(List<JsonNode> uses) {
        Map<String, ObjectNode> byUse = new TreeMap<>();
        for (JsonNode use : uses) {
            ObjectNode sum = byUse.computeIfAbsent(
                    use.path("use").asText(""),
                    key -> JsonNodeFactory.instance
                            .objectNode()
                            .<ObjectNode>set("use", use.get("use"))
                            .put("buildings", 0L)
                            .put("builtM2", BigDecimal.ZERO));
            sum.put(
                    "buildings",
                    sum.get("buildings").asLong() + use.get("buildings").asLong());
            BigDecimal built = use.get("builtM2").isNull()
                    ? BigDecimal.ZERO
                    : use.get("builtM2").decimalValue();
            sum.put(
                    "builtM2",
                    sum.get("builtM2").decimalValue().add(built).setScale(AREA_DECIMALS, RoundingMode.HALF_UP));
        }
        return List.copyOf(byUse.values());
    }
}
