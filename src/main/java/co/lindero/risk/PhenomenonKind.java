package co.lindero.risk;

import java.util.Locale;

/** What a theme of hazard, risk or protection speaks of, which decides what its zones mean for a licence. */
enum PhenomenonKind {
    /** Hazard zoning in levels. */
    HAZARD,
    /** Area with condition of hazard or risk: a study is due. */
    CONDITION,
    /** Protection land, and reservations for roads where a plan marks their theme: their zones bar building whatever their level. */
    PROTECTION,
    /** A planner's own theme marked as hazard, risk or protection; judged by the levels that its zones state. */
    OTHER;

    /** Returns the kind of a protective theme by its code. */
    static PhenomenonKind of(String theme) {
        return switch (theme) {
            case "hazard-condition", "risk-condition" -> CONDITION;
            case "riparian-buffer", "urban-protection", "road-reservation" -> PROTECTION;
            default -> theme.startsWith("hazard-") ? HAZARD : OTHER;
        };
    }

    /** Returns the name in answers. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
