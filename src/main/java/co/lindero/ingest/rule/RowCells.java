package co.lindero.ingest.rule;

import co.lindero.ingest.Finding.Level;
import co.lindero.ingest.FindingCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts of one row while it is read, and what is wrong with them. Used by one thread. */
public final class RowCells {
    private static final int SHOWN = 80;

    private final long row;
    private final Map<String, String> texts;
    private final TableColumns columns;
    private final List<RowFault> faults;
    private String key = "";

    /**
     * Takes a row.
     *
     * @param row its number
     * @param texts its texts by target, none of them empty
     */
    public RowCells(long row, Map<String, String> texts, TableColumns columns) {
        this(row, texts, columns, new ArrayList<>());
    }

    private RowCells(long row, Map<String, String> texts, TableColumns columns, List<RowFault> faults) {
        this.faults = faults;
        this.row = row;
        this.texts = Map.copyOf(texts);
        this.columns = columns;
    }

    /** Returns the row as it is for the figure of one of its columns; what is wrong with that is wrong with the row. */
    RowCells of(TableColumns.FigureColumn figure) {
        Map<String, String> all = new HashMap<>(texts);
        all.putAll(figure.stated());
        all.computeIfPresent("value", (target, text) -> null);
        find(figure.target()).ifPresent(text -> all.put("value", text));
        return new RowCells(row, all, columns.of(figure), faults);
    }

    /** Returns what is wrong with the row so far. */
    public List<RowFault> faults() {
        return List.copyOf(faults);
    }

    long row() {
        return row;
    }

    TableColumns columns() {
        return columns;
    }

    void name(String of) {
        key = of;
    }

    Optional<String> find(String target) {
        return Optional.ofNullable(texts.get(target));
    }

    String text(String target) {
        return texts.getOrDefault(target, "");
    }

    @Nullable
    String textOrNull(String target) {
        return texts.get(target);
    }

    /** Returns a text that must be there; its absence is a fault. */
    String require(String target) {
        if (!texts.containsKey(target)) {
            error(FindingCode.MISSING_VALUE, target, Map.of());
        }
        return text(target);
    }

    /** Returns a code or the number of an article, which Excel likes to turn into a day or into 45.0. */
    String code(String target) {
        String text = text(target);
        if (DayText.looksLikeDay(text)) {
            error(FindingCode.CELL_IS_DAY, target, Map.of("value", text));
        }
        return text.replaceFirst("^(\\d+)\\.0+$", "$1");
    }

    /** Returns a day, nothing where the cell is empty or holds none, which is a fault. */
    Optional<LocalDate> day(String target) {
        Optional<String> text = find(target);
        Optional<LocalDate> day = text.flatMap(DayText::parse);
        if (text.isPresent() && day.isEmpty()) {
            Optional<LocalDate> counted = DayText.ofSerial(text.get());
            counted.ifPresentOrElse(
                    meant -> error(
                            FindingCode.DAY_AS_NUMBER, target, Map.of("value", text.get(), "day", meant.toString())),
                    () -> error(FindingCode.DAY_MALFORMED, target, Map.of("value", cut(text.get()))));
        }
        return day;
    }

    /** Returns the days on which the row holds, an empty range being a fault. */
    Days days() {
        Optional<LocalDate> from = day("valid_from");
        Optional<LocalDate> to = day("valid_to");
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            error(
                    FindingCode.DAYS_REVERSED,
                    "valid_to",
                    Map.of("from", from.get().toString(), "to", to.get().toString()));
        }
        return new Days(
                from.map(LocalDate::toString).orElse(null),
                to.map(LocalDate::toString).orElse(null));
    }

    /**
     * Days on which a row holds, as ISO texts.
     *
     * @param from first day; null for the beginning of the plan
     * @param to first day on which it no longer holds; null for open
     */
    record Days(@Nullable String from, @Nullable String to) {}

    void error(FindingCode code, String target, Map<String, Object> detail) {
        add(Level.ERROR, code, target, detail);
    }

    void add(Level level, FindingCode code, String target, Map<String, Object> detail) {
        Map<String, Object> full = new HashMap<>(detail);
        full.put("column", columns.header(target));
        full.putIfAbsent("field", columns.header(target));
        faults.add(new RowFault(level, code, row, key, full));
    }

    boolean hasErrors() {
        return faults.stream().anyMatch(fault -> fault.level() == Level.ERROR);
    }

    static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
