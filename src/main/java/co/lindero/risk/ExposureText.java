package co.lindero.risk;

import co.lindero.platform.problem.Language;
import co.lindero.risk.ExposureAnswer.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Exposure as a planner reads it in a terminal. Pure. */
public final class ExposureText {
    private static final String LINE = "%-32s %-9s %8s %14s %7s %8s %12s %7s %7s%n";

    private ExposureText() {}

    /** Returns the answer as a table, in the language it was written in. */
    public static String render(ExposureAnswer answer, Language language) {
        StringBuilder text = new StringBuilder();
        text.append(answer.title())
                .append(" — ")
                .append(language.pick("por ", "by "))
                .append(answer.by())
                .append(", plan ")
                .append(answer.plan())
                .append(", ")
                .append(answer.on())
                .append('\n');
        text.append(LINE.formatted(
                language.pick("Grupo", "Group"),
                language.pick("Nivel", "Level"),
                language.pick("Predios", "Parcels"),
                language.pick("Área ha", "Area ha"),
                "%",
                language.pick("Constr.", "Build."),
                language.pick("Constr. m²", "Built m2"),
                language.pick("Licenc.", "Licen."),
                language.pick("Proy.", "Proj.")));
        answer.rows().forEach(row -> text.append(line(row, name(row, language))));
        text.append(line(answer.total(), language.pick("TOTAL", "TOTAL")));
        text.append('\n')
                .append(answer.rule())
                .append('\n')
                .append(answer.smallCounts().rule())
                .append('\n');
        answer.warnings()
                .forEach(
                        warning -> text.append("  - ").append(warning.message()).append('\n'));
        return text.append(answer.notice()).toString();
    }

    private static String name(Row row, Language language) {
        if (row.code() == null) {
            return language.pick("(en ninguno)", "(in none)");
        }
        String name = row.code() + (row.name() == null || row.name().equals(row.code()) ? "" : " " + row.name());
        return name.length() > 32 ? name.substring(0, 31) + "…" : name;
    }

    private static String line(Row row, String name) {
        if (row.suppressed()) {
            return LINE.formatted(name, Objects.toString(row.level(), ""), "*", "*", "*", "*", "*", "*", "*");
        }
        return String.format(
                Locale.ROOT,
                LINE,
                name,
                Objects.toString(row.level(), ""),
                row.parcels(),
                scaled(row.drawnM2(), -4, 2),
                scaled(row.share(), 2, 1),
                row.buildings(),
                scaled(row.builtM2(), 0, 0),
                Objects.toString(row.licences(), "—"),
                Objects.toString(row.projects(), "—"));
    }

    private static String scaled(@Nullable BigDecimal value, int shift, int decimals) {
        return value == null
                ? "—"
                : value.scaleByPowerOfTen(shift)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
