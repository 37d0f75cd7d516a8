package co.lindero.ingest.rule;

import co.lindero.norm.Regime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads rows of use rules. Not for several threads. */
public final class UseReader {
    private static final Map<String, Regime> WRITTEN = Map.ofEntries(
            Map.entry("principal", Regime.PRINCIPAL),
            Map.entry("compatible", Regime.COMPATIBLE),
            Map.entry("complementario", Regime.COMPATIBLE),
            Map.entry("compatible_o_complementario", Regime.COMPATIBLE),
            Map.entry("condicionado", Regime.CONDICIONADO),
            Map.entry("restringido", Regime.CONDICIONADO),
            Map.entry("condicionado_o_restringido", Regime.CONDICIONADO),
            Map.entry("prohibido", Regime.PROHIBIDO));

    private final ScopeReader scopes;

    /** Makes a reader of the use rules of a plan. */
    public UseReader(PlanZones zones) {
        this.scopes = new ScopeReader(zones);
    }

    /** Reads a row; of one with errors, which the row then tells, nothing is returned. */
    public List<UseRow> read(RowCells row) {
        ScopeReader.Scope scope = scopes.read(row, "scope_theme", "scope_zone");
        row.name((scope + " " + row.text("category")).strip());
        row.require("category");
        String category = row.code("category");
        Optional<Regime> regime = regime(row);
        RowCells.Days days = row.days();
        ConditionCheck.check(row);
        row.require("act");
        row.require("article");
        String article = row.code("article");
        if (row.hasErrors()) {
            return List.of();
        }
        return List.of(new UseRow(
                row.row(),
                0,
                scope.theme(),
                scope.zone(),
                category,
                regime.orElseThrow().code(),
                row.textOrNull("condition"),
                row.text("act"),
                article,
                row.textOrNull("text"),
                row.textOrNull("url"),
                days.from(),
                days.to()));
    }

    private static Optional<Regime> regime(RowCells row) {
        String text = row.require("regime");
        Optional<Regime> known = Optional.ofNullable(WRITTEN.get(Words.fold(text)));
        if (known.isEmpty() && !text.isEmpty()) {
            NormReader.notListed(
                    row,
                    "regime",
                    text,
                    Arrays.stream(Regime.values()).map(Regime::code).collect(Collectors.joining(", ")));
        }
        return known;
    }
}
