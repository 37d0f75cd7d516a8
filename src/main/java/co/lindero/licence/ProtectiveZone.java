package co.lindero.licence;

import co.lindero.plan.ThemeCatalogue;

/**
 * What a protective zone means for a licence, by its theme and by what it states of hazard and risk, which the database reads
 * as for {@code co.lindero.risk}.
 *
 * @legal Decreto 1077 de 2015, arts. 2.2.2.1.3.1.1 ff (hazard and risk); Ley 388 de 1997, art. 35 (protection land);
 *     Decreto-Ley 2811 de 1974, art. 83 (riparian buffer)
 */
enum ProtectiveZone {
    /** No building: protection land, riparian buffer, road reservation. */
    FORBIDS,
    /** Risk that no work mitigates: no licence at all. */
    NON_MITIGABLE_RISK,
    /** Condition of hazard or risk: a detailed study comes first. */
    CONDITION,
    /** High or medium hazard: a study. */
    HAZARD,
    /** Low hazard: nothing mapped that restricts. */
    LOW_HAZARD,
    /** Hazard whose category is not written: a person must read it. */
    HAZARD_UNCATEGORISED,
    /** A zone without level of a planner's own protective theme: a person must read it. */
    OTHER;

    static ProtectiveZone of(TargetZone zone) {
        if (Boolean.FALSE.equals(zone.mitigable())) {
            return NON_MITIGABLE_RISK;
        }
        if (ThemeCatalogue.forbidsBuilding(zone.theme())) {
            return FORBIDS;
        }
        if (zone.theme().equals("hazard-condition") || zone.theme().equals("risk-condition")) {
            return CONDITION;
        }
        return hazard(zone.rank(), zone.theme().startsWith("hazard-"));
    }

    /** A planner's own theme is judged by the levels that its zones state, as the risk of a parcel is. */
    private static ProtectiveZone hazard(int rank, boolean shipped) {
        return switch (rank) {
            case 0 -> shipped ? HAZARD_UNCATEGORISED : OTHER;
            case 1 -> LOW_HAZARD;
            default -> HAZARD;
        };
    }
}
