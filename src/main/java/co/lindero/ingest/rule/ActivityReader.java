package co.lindero.ingest.rule;

import co.lindero.ingest.Finding.Level;
import co.lindero.ingest.FindingCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows that tie economic activities to use categories. Not for several threads. */
public final class ActivityReader {
    private final Set<String> listed;

    /** Makes a reader; {@code listed} are the categories of which the plan's use rules speak. */
    public ActivityReader(Set<String> listed) {
        this.listed = Set.copyOf(listed);
    }

    /** Reads a row; of one with errors, which the row then tells, nothing is returned. */
    public List<ActivityRow> read(RowCells row) {
        row.name((row.text("ciiu") + " " + row.text("category")).strip());
        String ciiu = ciiu(row);
        row.require("category");
        String category = row.code("category");
        if (!category.isEmpty() && !listed.contains(category)) {
            row.add(
                    Level.WARNING,
                    FindingCode.CATEGORY_UNLISTED,
                    "category",
                    Map.of("value", category, "nearest", String.join(", ", Words.nearest(category, listed))));
        }
        @Nullable BigDecimal least = area(row, "area_min_m2");
        @Nullable BigDecimal most = area(row, "area_max_m2");
        if (least != null && most != null && least.compareTo(most) > 0) {
            row.error(
                    FindingCode.AREAS_REVERSED,
                    "area_max_m2",
                    Map.of("least", least.toPlainString(), "most", most.toPlainString()));
        }
        return row.hasErrors()
                ? List.of()
                : List.of(new ActivityRow(row.row(), 0, ciiu, category, least, most, row.textOrNull("note")));
    }

    private static String ciiu(RowCells row) {
        String text = row.require("ciiu").replaceFirst("^(\\d+)\\.0+$", "$1");
        if (!text.isEmpty() && !text.matches("\\d{4}")) {
            // Excel drops the zero in front: 0111 becomes 111
            String meant = text.matches("\\d{3}") ? "0" + text : "";
            row.error(FindingCode.CIIU_MALFORMED, "ciiu", Map.of("value", RowCells.cut(text), "meant", meant));
        }
        return text;
    }

    private static @Nullable BigDecimal area(RowCells row, String target) {
        Optional<String> text = row.find(target);
        if (text.isEmpty()) {
            return null;
        }
        FigureText figure = FigureReader.parse(row, target, text.get());
        BigDecimal value = figure.value();
        if (figure.outcome() == FigureText.Outcome.NOTHING) {
            return null;
        }
        if (figure.outcome() != FigureText.Outcome.NUMBER || value == null || value.signum() < 0) {
            FigureReader.notANumber(row, target, text.get(), figure);
            return null;
        }
        return value;
    }
}
