package co.lindero.landuse;

import co.lindero.landuse.AnswerWriter.Findings;
import co.lindero.landuse.LandUseAnswer.Warning;
import co.lindero.landuse.NormFacts.ZoneName;
import co.lindero.landuse.ThemeJudge.Judged;
import co.lindero.norm.Norm.Scope;
import co.lindero.norm.NormBook;
import co.lindero.platform.problem.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a reader must know of the norms and use rules of an answer: an empty list must never be taken for "all is allowed". Pure. */
final class RuleWarnings {
    private final List<Warning> list = new ArrayList<>();
    private final NormBook book;
    private final AnswerRules rules;
    private final Language language;

    private RuleWarnings(NormBook book, AnswerRules rules, Language language) {
        this.book = book;
        this.rules = rules;
        this.language = language;
    }

    static List<Warning> list(Findings findings, AnswerRules rules, Language language) {
        RuleWarnings warnings = new RuleWarnings(findings.scope().book(), rules, language);
        if (findings.scope().plan() != null) {
            warnings.ofPlan();
        }
        findings.themes().forEach(warnings::ofTheme);
        warnings.ofTwoZones();
        return List.copyOf(warnings.list);
    }

    private void add(String code, @Nullable String theme, String es, String en) {
        list.add(new Warning(code, theme, language.pick(es, en)));
    }

    private void ofPlan() {
        if (book.isEmpty()) {
            add(
                    "no-norms",
                    null,
                    "El plan no tiene cargadas normas ni usos: que no aparezcan no quiere decir que no los haya.",
                    "The plan has no norms nor uses loaded: that none appear does not mean that there are none.");
        }
        if (!rules.uses().isEmpty()) {
            severalRegimes(null, rules.uses());
        }
    }

    /** Of a theme that rules speak of, a zone of which they do not: the plan is silent or not fully loaded. */
    private void ofTheme(Judged theme) {
        String code = theme.scope().code();
        List<Scope> zones = theme.parts().stream()
                .map(part -> AnswerRules.scope(theme, part))
                .distinct()
                .toList();
        for (Scope zone : theme.scope().tilesGround() ? zones : List.<Scope>of()) {
            if (book.themesWithNorms().contains(code) && rules.normsOf(zone).isEmpty() && !isInPair(zone)) {
                add(
                        "zone-without-norms",
                        code,
                        "Ninguna norma cargada habla de la zona " + zone.zone() + " en este predio.",
                        "No loaded norm speaks of zone " + zone.zone() + " on this parcel.");
            }
            if (book.themesWithUses().contains(code) && rules.usesOf(zone).isEmpty()) {
                add(
                        "zone-without-uses",
                        code,
                        "Ninguna regla de uso cargada habla de la zona " + zone.zone()
                                + ": no se sabe qué usos admite.",
                        "No loaded use rule speaks of zone " + zone.zone() + ": which uses it admits is not known.");
            }
        }
        zones.forEach(zone -> severalRegimes(code, rules.usesOf(zone)));
    }

    private boolean isInPair(Scope zone) {
        return rules.norms().stream().anyMatch(norm -> norm.scope().contains(new ZoneName(zone.theme(), zone.zone())));
    }

    private void severalRegimes(@Nullable String theme, List<UseFacts> uses) {
        List<String> categories = List.copyOf(uses.stream()
                .filter(UseFacts::conflicting)
                .map(UseFacts::category)
                .collect(Collectors.toCollection(TreeSet::new)));
        if (!categories.isEmpty()) {
            String named = String.join(", ", categories);
            add(
                    "several-regimes",
                    theme,
                    "El plan da más de un régimen a: " + named + ". Se citan todos.",
                    "The plan gives more than one regime to: " + named + ". All are cited.");
        }
    }

    private void ofTwoZones() {
        long unsure = rules.norms().stream()
                .filter(norm -> Meeting.Kind.NOT_MEASURED.code().equals(norm.sameGround()))
                .count();
        if (unsure > 0) {
            add(
                    "two-zones-not-measured",
                    null,
                    unsure
                            + " normas valen donde dos zonas se encuentran; ambas están en el predio, y no se midió si sobre"
                            + " un mismo suelo.",
                    unsure
                            + " norms hold where two zones meet; both are on the parcel, and whether on the same ground was"
                            + " not measured.");
        }
    }
}
