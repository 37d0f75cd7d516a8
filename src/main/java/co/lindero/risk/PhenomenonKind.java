package co.lindero.risk;

import co.lindero.plan.StripRules;
import co.lindero.plan.ThemeCatalogue;
import java.util.Locale;

/** What a theme of hazard, risk or protection speaks of, which decides what its zones mean for a licence. */
enum PhenomenonKind {
    /** Hazard zoning in levels. */
    HAZARD,
    /** Area with condition of hazard or risk: a study is due. */
    CONDITION,
    /** Protection land: its zones bar building whatever their level. */
    PROTECTION,
    /** Reservation for a road, where a plan marks the theme: no hazard and no protection, but no ground to build on. */
    RESERVATION,
    /** A planner's own theme marked as hazard, risk or protection; judged by the levels that its zones state. */
    OTHER;

    /** Returns the kind of a protective theme by its code. */
    static PhenomenonKind of(String theme) {
        if (theme.equals("hazard-condition") || theme.equals("risk-condition")) {
            return CONDITION;
        }
        if (ThemeCatalogue.forbidsBuilding(theme)) {
            return theme.equals(StripRules.ROAD) ? RESERVATION : PROTECTION;
        }
        return theme.startsWith("hazard-") ? HAZARD : OTHER;
    }

    /** Tells whether all its zones bar building. */
    boolean barsBuilding() {
        return this == PROTECTION || this == RESERVATION;
    }

    /** Returns the name in answers. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
