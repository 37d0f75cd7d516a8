package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.TargetZone.Role;
import co.lindero.plan.Strip;
import java.util.List;

/**
 * A theme of the plan, on what a check judges.
 *
 * @param code code
 * @param title title
 * @param precedence order among themes
 * @param expected whether every answer must speak of it
 * @param protective whether it is hazard, risk, protection, a riparian buffer or a road reservation
 * @param partition whether it tiles its ground
 * @param loaded whether the plan has data of it
 * @param rows its zones and its summary; empty where it is not loaded
 * @param strips what rules of distance say where it holds no official zones; the union of the strips without code
 */
record TargetTheme(
        String code,
        Bilingual title,
        int precedence,
        boolean expected,
        boolean protective,
        boolean partition,
        boolean loaded,
        List<TargetZone> rows,
        List<Strip> strips) {

    TargetTheme {
        rows = List.copyOf(rows);
        strips = List.copyOf(strips);
    }

    /** Returns the theme with what was measured of it. */
    TargetTheme with(List<TargetZone> measured, List<Strip> drawn) {
        return new TargetTheme(code, title, precedence, expected, protective, partition, loaded, measured, drawn);
    }

    List<TargetZone> zones(Role role) {
        return rows.stream().filter(row -> row.role() == role).toList();
    }

    TargetZone summary() {
        return rows.stream()
                .filter(row -> row.role() == Role.SUMMARY)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Theme " + code + " was not measured"));
    }
}
