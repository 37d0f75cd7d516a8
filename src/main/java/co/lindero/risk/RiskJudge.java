package co.lindero.risk;

import co.lindero.landuse.LandUseAnswer;
import co.lindero.landuse.LandUseAnswer.Part;
import co.lindero.landuse.LandUseAnswer.ThemeAnswer;
import co.lindero.landuse.ThemeState;
import co.lindero.platform.problem.Language;
import co.lindero.risk.RiskAnswer.CellFacts;
import co.lindero.risk.RiskAnswer.LevelArea;
import co.lindero.risk.RiskAnswer.Phenomenon;
import co.lindero.risk.RiskAnswer.Zone;
import java.util.List;
import java.util.Map;

/**
 * Says what the zones of a theme on a parcel mean for a licence. Pure.
 *
 * <p>Protection, reservations for roads and risk that cannot be mitigated bar building; a condition of hazard or risk calls for the
 * detailed study; high and medium zoning warn, and so does a zone whose level is not stated; low zoning and nothing mapped are no
 * mapped restriction; what the data do not reach is not known. A line or a point that the plan draws counts as a polygon does: building on a channel is
 * barred, and beside it, in the strip that nobody delimited, it is to be reviewed.
 *
 * @legal Decreto 1077 de 2015, arts. 2.2.2.1.3.1.1 and following; Ley 388 de 1997, art. 35; Ley 1228 de 2008, art. 2 (roads)
 */
final class RiskJudge {
    private RiskJudge() {}

    /**
     * Judges a theme.
     *
     * @param theme what the land-use answer says of it
     * @param facts what its zones state, by code
     * @param levels area of each level on the parcel
     * @param rasters values of its rasters on the parcel
     */
    static Phenomenon judge(
            ThemeAnswer theme,
            Map<String, ZoneFacts> facts,
            List<LevelArea> levels,
            List<CellFacts> rasters,
            Language language) {
        List<Zone> zones = zones(theme, facts);
        Measured measured = new Measured(levels, rasters, theme.derived());
        return phenomenon(theme, effect(theme, zones), zones, measured, language);
    }

    /** Judges what a theme that is none of hazard, risk or protection says of risk: its zones that no work mitigates, and nothing else. */
    static Phenomenon judgeNonMitigable(ThemeAnswer theme, Map<String, ZoneFacts> facts, Language language) {
        List<Zone> zones =
                zones(theme, facts).stream().filter(RiskJudge::isNonMitigable).toList();
        RiskEffect worst = zones.stream().map(Zone::effect).reduce(RiskEffect.NO_MAPPED_RESTRICTION, RiskEffect::worse);
        return phenomenon(theme, worst, zones, new Measured(List.of(), List.of(), List.of()), language);
    }

    /** Tells whether a part of the plot lies in a zone that states a risk that no work mitigates. */
    static boolean statesNonMitigable(ThemeAnswer theme, Map<String, ZoneFacts> facts) {
        return theme.parts().stream()
                .map(part -> facts.get(part.zone()))
                .anyMatch(zone -> zone != null && zone.isNonMitigable());
    }

    private static boolean isNonMitigable(Zone zone) {
        return Boolean.FALSE.equals(zone.mitigable());
    }

    /** What was measured of a theme beside its zones. */
    private record Measured(List<LevelArea> levels, List<CellFacts> rasters, List<LandUseAnswer.Derived> strips) {}

    private static Phenomenon phenomenon(
            ThemeAnswer theme, RiskEffect effect, List<Zone> zones, Measured measured, Language language) {
        PhenomenonKind kind = PhenomenonKind.of(theme.theme());
        // risk that cannot be mitigated bars building for its own sake, on a road reservation too
        PhenomenonKind told = zones.stream().anyMatch(RiskJudge::isNonMitigable) ? PhenomenonKind.OTHER : kind;
        return new Phenomenon(
                theme.theme(),
                theme.title(),
                kind.code(),
                theme.state(),
                theme.reason(),
                theme.boundarySensitive(),
                effect,
                effect.text(told).in(language),
                measured.levels().stream()
                        .map(LevelArea::level)
                        .filter(code -> RiskLevel.find(code).orElseThrow().isMapped())
                        .findFirst()
                        .orElse(null),
                measured.levels(),
                zones,
                measured.rasters(),
                measured.strips(),
                theme.unknownM2(),
                effect.source(told),
                theme.declarations());
    }

    private static List<Zone> zones(ThemeAnswer theme, Map<String, ZoneFacts> facts) {
        PhenomenonKind kind = PhenomenonKind.of(theme.theme());
        return theme.parts().stream()
                .map(part -> zone(
                        part, kind, facts.getOrDefault(part.zone(), ZoneFacts.unstated(theme.theme(), part.zone()))))
                .toList();
    }

    private static Zone zone(Part part, PhenomenonKind kind, ZoneFacts facts) {
        return new Zone(
                part.zone(),
                part.label(),
                facts.level().code(),
                facts.mitigable(),
                facts.study(),
                facts.detailed(),
                effect(kind, facts),
                part.planarM2(),
                part.share(),
                part.lengthM(),
                part.count(),
                part.sources());
    }

    /** What zones mean for a licence on their ground. */
    static RiskEffect effect(PhenomenonKind kind, ZoneFacts facts) {
        if (kind.barsBuilding() || facts.isNonMitigable()) {
            return RiskEffect.PROHIBITED_BY_RISK;
        }
        if (kind == PhenomenonKind.CONDITION) {
            return facts.detailed() ? RiskEffect.WARNING_STUDY : RiskEffect.CONDITIONED_DETAILED_STUDY;
        }
        return facts.level() == RiskLevel.LOW ? RiskEffect.NO_MAPPED_RESTRICTION : RiskEffect.WARNING_STUDY;
    }

    private static RiskEffect effect(ThemeAnswer theme, List<Zone> zones) {
        boolean unknown = theme.unknownM2() != null && theme.unknownM2().signum() > 0;
        boolean withoutZone = zones.isEmpty() && theme.state().equals(ThemeState.CONCERNED.code());
        RiskEffect rest = unknown || withoutZone || theme.state().equals(ThemeState.NO_DATA.code())
                ? RiskEffect.UNKNOWN_NO_DATA
                : RiskEffect.NO_MAPPED_RESTRICTION;
        RiskEffect strips = theme.derived().isEmpty() ? rest : RiskEffect.PREVENTIVE_NOT_DELIMITED.worse(rest);
        return zones.stream().map(Zone::effect).reduce(strips, RiskEffect::worse);
    }
}
