package co.lindero.ingest.rule;

import co.lindero.ingest.FindingCode;
import java.util.Map;

/** Reads what a row speaks for: a zone that the plan must have, or with neither theme nor zone the whole municipality. */
final class ScopeReader {
    private final PlanZones zones;

    ScopeReader(PlanZones zones) {
        this.zones = zones;
    }

    /** A theme and a zone, both empty for the whole municipality. */
    record Scope(String theme, String zone) {
        boolean isEmpty() {
            return theme.isEmpty();
        }

        @Override
        public String toString() {
            return isEmpty() ? "" : theme + "/" + zone;
        }
    }

    Scope read(RowCells row, String themeTarget, String zoneTarget) {
        String theme = row.text(themeTarget);
        String zone = row.code(zoneTarget);
        if (theme.isEmpty() != zone.isEmpty()) {
            row.require(theme.isEmpty() ? themeTarget : zoneTarget);
        } else if (!theme.isEmpty()) {
            check(row, themeTarget, zoneTarget, new Scope(theme, zone));
        }
        return new Scope(theme, zone);
    }

    private void check(RowCells row, String themeTarget, String zoneTarget, Scope scope) {
        if (!zones.themes().contains(scope.theme())) {
            row.error(
                    FindingCode.UNKNOWN_THEME,
                    themeTarget,
                    Map.of("value", scope.theme(), "known", String.join(", ", zones.themes())));
        } else if (!zones.codes(scope.theme()).contains(scope.zone())) {
            row.error(
                    FindingCode.UNKNOWN_ZONE,
                    zoneTarget,
                    Map.of(
                            "value", scope.zone(),
                            "theme", scope.theme(),
                            "nearest", String.join(", ", Words.nearest(scope.zone(), zones.codes(scope.theme())))));
        }
    }
}
