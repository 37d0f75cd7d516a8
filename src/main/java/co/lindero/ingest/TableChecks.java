package co.lindero.ingest;

import co.lindero.ingest.rule.ActivityReader;
import co.lindero.ingest.rule.NormReader;
import co.lindero.ingest.rule.PlanZones;
import co.lindero.ingest.rule.RowCells;
import co.lindero.ingest.rule.RowFault;
import co.lindero.ingest.rule.TableColumns;
import co.lindero.ingest.rule.UseReader;
import co.lindero.ingest.sheet.CellNote;
import co.lindero.ingest.source.LayerInfo;
import co.lindero.ingest.source.LoadKind;
import co.lindero.ingest.source.Mapping;
import co.lindero.ingest.source.ResolvedField;
import co.lindero.ingest.source.ResolvedMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The checks of a planner's table of norms, uses or activities: cell by cell in Java, where texts become figures and days,
 * then row against row in the database.
 */
final class TableChecks {
    private static final int PAGE = 5_000;

    private final LoadStore store;
    private final TableStore tables = new TableStore();

    TableChecks(LoadStore store) {
        this.store = store;
    }

    /** Reads every row, keeps what is typed in table "row" and what is wrong in table "finding". */
    void checkRecords(Handle handle, LoadRequest request, LayerInfo layer, ResolvedMapping mapping) {
        String plan = String.valueOf(request.plan());
        TableColumns columns = columns(layer, mapping);
        String rows = rows(request.kind());
        store.run(handle, "create_" + rows + "_rows", Map.of());
        String statement = "add_" + rows + "_row";
        switch (request.kind()) {
            case NORMS -> {
                NormReader norms = new NormReader(zones(handle, request, plan));
                read(handle, columns, norms::read, statement);
                norms.withoutFigure()
                        .forEach((column, count) -> note(
                                handle,
                                CellNote.Level.INFO,
                                FindingCode.COLUMN_WITHOUT_FIGURES,
                                Map.of("column", column, "rows", count)));
            }
            case USES -> read(handle, columns, new UseReader(zones(handle, request, plan))::read, statement);
            default -> {
                Set<String> listed = tables.listCategories(handle, request.municipality(), plan);
                read(handle, columns, new ActivityReader(listed)::read, statement);
            }
        }
        store.run(handle, "digest_rows", Map.of());
    }

    private static String rows(LoadKind kind) {
        return switch (kind) {
            case NORMS -> "norm";
            case USES -> "use";
            default -> "activity";
        };
    }

    private PlanZones zones(Handle handle, LoadRequest request, String plan) {
        return new PlanZones(tables.listZones(handle, request.municipality(), plan));
    }

    private void read(Handle handle, TableColumns columns, Function<RowCells, List<?>> reader, String statement) {
        long after = -1;
        List<TableStore.Texts> page = tables.listRecords(handle, after, PAGE);
        while (!page.isEmpty()) {
            List<Object> rows = new ArrayList<>();
            List<RowFault> faults = new ArrayList<>();
            for (TableStore.Texts texts : page) {
                RowCells cells = new RowCells(texts.row(), texts.texts(), columns);
                rows.addAll(reader.apply(cells));
                faults.addAll(cells.faults());
                after = texts.row();
            }
            tables.addRows(handle, statement, rows);
            tables.addFaults(handle, faults);
            page = tables.listRecords(handle, after, PAGE);
        }
    }

    private static TableColumns columns(LayerInfo layer, ResolvedMapping mapping) {
        Map<String, String> headers = new HashMap<>();
        Set<String> numeric = new HashSet<>();
        for (ResolvedField field : mapping.fields()) {
            headers.put(field.target(), String.join(" + ", field.columns()));
            if (field.column()
                    .flatMap(layer::findField)
                    .filter(info -> isNumber(info.type()))
                    .isPresent()) {
                numeric.add(field.target());
            }
        }
        headers.values().removeIf(String::isEmpty);
        List<TableColumns.FigureColumn> figures = new ArrayList<>();
        for (Mapping.FigureRule rule : mapping.figures()) {
            String target = RecordTable.figure(figures.size());
            headers.put(target, rule.column());
            if (layer.findField(rule.column())
                    .filter(info -> isNumber(info.type()))
                    .isPresent()) {
                numeric.add(target);
            }
            figures.add(new TableColumns.FigureColumn(target, rule.stated(), rule.nothing()));
        }
        return new TableColumns(headers, numeric, figures);
    }

    private static boolean isNumber(String type) {
        return type.startsWith("Integer") || type.startsWith("Real");
    }

    /** Keeps what the reading of the sheet noticed about its cells. */
    void keepNotes(Handle handle, List<CellNote> notes) {
        tables.addFaults(
                handle,
                notes.stream()
                        .map(note -> new RowFault(
                                Finding.Level.valueOf(note.level().name()),
                                FindingCode.find(note.code()).orElseThrow(),
                                note.row(),
                                "",
                                note.detail()))
                        .toList());
    }

    /** Tells which columns nobody reads. */
    void noteUnread(Handle handle, LayerInfo layer, ResolvedMapping mapping) {
        Set<String> read = new HashSet<>(mapping.columnsRead());
        read.addAll(mapping.personalColumns());
        read.addAll(mapping.only().keySet());
        List<String> unread = layer.fields().stream()
                .map(field -> field.name())
                .filter(name -> !read.contains(name))
                .toList();
        if (!unread.isEmpty()) {
            note(
                    handle,
                    CellNote.Level.WARNING,
                    FindingCode.UNKNOWN_COLUMNS,
                    Map.of("columns", String.join(", ", unread)));
        }
    }

    private void note(Handle handle, CellNote.Level level, FindingCode code, Map<String, Object> detail) {
        keepNotes(handle, List.of(new CellNote(level, code.code(), 0, detail)));
    }

    /** Checks the typed rows against each other and against the other datasets of the plan. */
    void checkRows(Handle handle, LoadRequest request, LoadStore.Target target) {
        store.run(handle, "check_row_repetitions", Map.of());
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("municipality", target.municipality());
        arguments.put("plan", target.plan());
        arguments.put("dataset", target.dataset());
        arguments.put(
                "validFrom",
                request.validFrom() == null ? null : request.validFrom().toString());
        switch (request.kind()) {
            case NORMS -> store.run(handle, "check_norm_rows", arguments);
            case USES -> store.run(handle, "check_use_rows", arguments);
            default -> {}
        }
        store.run(handle, "drop_faulty_rows", Map.of());
    }
}
