package co.lindero.ingest.rule;

import co.lindero.ingest.FindingCode;
import co.lindero.norm.IndexBase;
import co.lindero.norm.Operator;
import co.lindero.norm.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads rows of norms: one for a row, or one for each of its columns of figures. Not for several threads. */
public final class NormReader {
    private static final Pattern COUNTED = Pattern.compile("(?:(?i:cada|por|per)\\s+)?([\\d.,]+)?\\s*(.+)");

    private final ScopeReader scopes;
    private final Map<String, Long> withoutFigure = new TreeMap<>();

    /** Makes a reader of the norms of a plan. */
    public NormReader(PlanZones zones) {
        this.scopes = new ScopeReader(zones);
    }

    /** Reads a row; of one with errors, which the row then tells, nothing is returned. */
    public List<NormRow> read(RowCells row) {
        ScopeReader.Scope scope = scopes.read(row, "scope_theme", "scope_zone");
        ScopeReader.Scope second = scopes.read(row, "scope2_theme", "scope2_zone");
        String place = (scope + " " + second).strip();
        row.name(place);
        checkPair(row, scope, second);
        Place where = new Place(place, scope, second, row.days());
        List<NormRow> norms = new ArrayList<>();
        if (row.columns().figures().isEmpty()) {
            norms.add(one(row, where, 0));
        }
        for (TableColumns.FigureColumn figure : row.columns().figures()) {
            RowCells part = row.of(figure);
            if (hasFigure(part, figure)) {
                norms.add(one(part, where, norms.size()));
            } else {
                withoutFigure.merge(row.columns().header(figure.target()), 1L, Long::sum);
            }
        }
        return row.hasErrors() ? List.of() : norms;
    }

    /** Returns in how many rows each column of figures had none. */
    public Map<String, Long> withoutFigure() {
        return Map.copyOf(withoutFigure);
    }

    private static boolean hasFigure(RowCells part, TableColumns.FigureColumn figure) {
        Optional<FigureText> read = part.find("value").map(text -> FigureReader.parse(part, "value", text));
        return read.isPresent()
                && read.get().outcome() != FigureText.Outcome.NOTHING
                && figure.nothing().stream()
                        .noneMatch(text -> FigureText.parse(text).equals(read.get()));
    }

    /** What all norms of a row speak for, and when. */
    private record Place(String name, ScopeReader.Scope scope, ScopeReader.Scope second, RowCells.Days days) {}

    private static NormRow one(RowCells row, Place where, int part) {
        row.name((where.name() + " " + row.text("quantity")).strip());
        row.require("act");
        row.require("article");
        String article = row.code("article");
        Optional<Quantity> quantity = quantity(row);
        Optional<Operator> operator = operator(row);
        IndexBase base = base(row);
        Per per = per(row);
        ConditionCheck.check(row);
        @Nullable
        BigDecimal value = quantity.map(known -> FigureReader.read(row, "value", known, row.text("unit")))
                .orElse(null);
        return new NormRow(
                row.row(),
                part,
                where.scope().theme(),
                where.scope().zone(),
                where.second().theme(),
                where.second().zone(),
                quantity.map(Quantity::code).orElse(""),
                operator.map(Operator::symbol).orElse(""),
                value,
                quantity.map(Quantity::unit).orElse(""),
                per.amount(),
                per.unit(),
                base.code(),
                row.textOrNull("condition"),
                row.text("act"),
                article,
                row.textOrNull("text"),
                row.textOrNull("url"),
                where.days().from(),
                where.days().to());
    }

    private static void checkPair(RowCells row, ScopeReader.Scope scope, ScopeReader.Scope second) {
        if (scope.isEmpty() && !second.isEmpty()) {
            row.require("scope_theme");
        } else if (!second.isEmpty() && scope.theme().equals(second.theme())) {
            row.error(FindingCode.SCOPE_REPEATED, "scope2_theme", Map.of("value", second.theme()));
        }
    }

    private static Optional<Quantity> quantity(RowCells row) {
        String text = row.require("quantity");
        String folded = Words.fold(text);
        Optional<Quantity> known = Arrays.stream(Quantity.values())
                .filter(q ->
                        q.code().equals(folded) || Words.fold(q.title().es()).equals(folded))
                .findFirst();
        if (known.isEmpty() && !text.isEmpty()) {
            List<String> codes =
                    Arrays.stream(Quantity.values()).map(Quantity::code).toList();
            row.error(
                    FindingCode.UNKNOWN_QUANTITY,
                    "quantity",
                    Map.of("value", RowCells.cut(text), "nearest", String.join(", ", Words.nearest(text, codes))));
        }
        return known;
    }

    private static Optional<Operator> operator(RowCells row) {
        String text = row.require("operator");
        Optional<Operator> known = Operator.find(Words.operator(text));
        if (known.isEmpty() && !text.isEmpty()) {
            notListed(
                    row,
                    "operator",
                    text,
                    Arrays.stream(Operator.values()).map(Operator::symbol).collect(Collectors.joining(", ")));
        }
        return known;
    }

    private static IndexBase base(RowCells row) {
        String text = row.text("base");
        Optional<IndexBase> known = text.isEmpty() ? Optional.of(IndexBase.PREDIO) : IndexBase.find(Words.fold(text));
        if (known.isEmpty()) {
            notListed(
                    row,
                    "base",
                    text,
                    Arrays.stream(IndexBase.values()).map(IndexBase::code).collect(Collectors.joining(", ")));
        }
        return known.orElse(IndexBase.PREDIO);
    }

    /** What a value is counted for; both null for an absolute value. */
    private record Per(
            @Nullable BigDecimal amount, @Nullable String unit) {
        static final Per NOTHING = new Per(null, null);
    }

    private static Per per(RowCells row) {
        Optional<String> text = row.find("per");
        if (text.isEmpty()) {
            return Per.NOTHING;
        }
        Matcher parts = COUNTED.matcher(text.get());
        String unit = parts.matches() ? Words.counted(parts.group(2)) : "";
        FigureText amount = FigureText.parse(parts.matches() && parts.group(1) != null ? parts.group(1) : "1");
        BigDecimal value = amount.value();
        if (amount.outcome() == FigureText.Outcome.AMBIGUOUS) {
            FigureReader.notANumber(row, "per", text.get(), amount);
        } else if (unit.isEmpty()
                || amount.outcome() != FigureText.Outcome.NUMBER
                || value == null
                || value.signum() <= 0) {
            notListed(row, "per", text.get(), String.join(", ", Words.allCounted()));
        }
        return new Per(value, unit);
    }

    static void notListed(RowCells row, String target, String text, String allowed) {
        row.error(FindingCode.NOT_IN_LIST, target, Map.of("value", RowCells.cut(text), "allowed", allowed));
    }
}
