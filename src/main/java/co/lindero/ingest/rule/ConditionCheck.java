package co.lindero.ingest.rule;

import co.lindero.cql.CqlException;
import co.lindero.cql.CqlText;
import co.lindero.ingest.FindingCode;
import co.lindero.norm.ConditionNames;
import java.util.Map;
import java.util.Optional;

/** Checks that a condition is one that can be decided: its language, its names and its types. */
final class ConditionCheck {
    private ConditionCheck() {}

    static void check(RowCells row) {
        Optional<String> text = row.find("condition");
        if (text.isEmpty()) {
            return;
        }
        try {
            CqlText.parse(text.get(), ConditionNames.names());
        } catch (CqlException e) {
            row.error(
                    FindingCode.CONDITION_INVALID,
                    "condition",
                    Map.of(
                            "value", RowCells.cut(text.get()),
                            "line", e.line(),
                            "position", e.column(),
                            "reason", e.message().es(),
                            "reasonEn", e.message().en()));
        }
    }
}
