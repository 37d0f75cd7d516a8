package co.lindero.ingest.rule;

import co.lindero.ingest.Finding.Level;
import co.lindero.ingest.FindingCode;
import co.lindero.norm.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figure of a norm in its quantity's own unit. Percentages of a ratio are converted and told; any other unit than
 * the quantity's is a fault, since nobody may guess what was meant.
 */
final class FigureReader {
    private static final String PERCENT = "%";
    private static final String RATIO = "ratio";

    private FigureReader() {}

    /** Returns the figure, or null where the plan is cited only or the figure has a fault. */
    static @Nullable BigDecimal read(RowCells row, String valueTarget, Quantity quantity, String unitText) {
        String unit = unitText.isEmpty() ? quantity.unit() : Words.unit(unitText);
        boolean percent = unit.equals(PERCENT) && quantity.unit().equals(RATIO);
        if (!percent && !unit.equals(quantity.unit())) {
            row.error(
                    FindingCode.WRONG_UNIT,
                    "unit",
                    Map.of("value", unitText, "quantity", quantity.code(), "unit", quantity.unit()));
            return null;
        }
        Optional<String> text = row.find(valueTarget);
        if (text.isEmpty()) {
            row.add(Level.INFO, FindingCode.CITED_ONLY, valueTarget, Map.of("quantity", quantity.code()));
            return null;
        }
        BigDecimal figure = number(row, valueTarget, text.get(), percent, quantity);
        return figure == null ? null : checked(row, valueTarget, quantity, figure);
    }

    private static @Nullable BigDecimal number(
            RowCells row, String target, String text, boolean percent, Quantity quantity) {
        FigureText figure = parse(row, target, text);
        BigDecimal value = figure.value();
        switch (figure.outcome()) {
            case NUMBER -> {
                return percent ? fromPercent(row, target, text, value) : value;
            }
            case PERCENT -> {
                if (!quantity.unit().equals(RATIO)) {
                    row.error(
                            FindingCode.WRONG_UNIT,
                            target,
                            Map.of("value", text, "quantity", quantity.code(), "unit", quantity.unit()));
                    return null;
                }
                return fromPercent(row, target, text, value);
            }
            case NOTHING ->
                row.add(
                        Level.WARNING,
                        FindingCode.TEXT_WITHOUT_FIGURE,
                        target,
                        Map.of("value", text, "quantity", quantity.code()));
            default -> notANumber(row, target, text, figure);
        }
        return null;
    }

    static FigureText parse(RowCells row, String target, String text) {
        return row.columns().numeric().contains(target) ? FigureText.ofNumber(text) : FigureText.parse(text);
    }

    static void notANumber(RowCells row, String target, String text, FigureText figure) {
        if (figure.outcome() == FigureText.Outcome.AMBIGUOUS) {
            row.error(
                    FindingCode.AMBIGUOUS_NUMBER,
                    target,
                    Map.of(
                            "value", text,
                            "thousands", String.valueOf(figure.value()),
                            "decimals", String.valueOf(figure.other())));
        } else {
            row.error(FindingCode.FIGURE_MALFORMED, target, Map.of("value", RowCells.cut(text)));
        }
    }

    /** A percentage of one or less is more likely a ratio whose unit is wrong. */
    private static @Nullable BigDecimal fromPercent(
            RowCells row, String target, String text, @Nullable BigDecimal value) {
        if (value == null || (value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0)) {
            row.error(FindingCode.PERCENT_DOUBTFUL, target, Map.of("value", text));
            return null;
        }
        BigDecimal ratio = FigureText.plain(value.movePointLeft(2));
        row.add(
                Level.INFO,
                FindingCode.PERCENT_CONVERTED,
                target,
                Map.of("value", text, "ratio", ratio.toPlainString()));
        return ratio;
    }

    private static @Nullable BigDecimal checked(RowCells row, String target, Quantity quantity, BigDecimal figure) {
        BigDecimal most = PlausibleFigures.most(quantity);
        if (figure.signum() < 0 || figure.compareTo(most) > 0) {
            row.error(
                    FindingCode.FIGURE_ABSURD,
                    target,
                    Map.of(
                            "value", figure.toPlainString(),
                            "quantity", quantity.code(),
                            "unit", quantity.unit(),
                            "most", most.toPlainString()));
            return null;
        }
        return figure;
    }
}
