package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.law.LegalSource;
import co.lindero.licence.Conditions.Holds;
import co.lindero.licence.Conditions.Outcome;
import co.lindero.licence.Finding.Kind;
import co.lindero.licence.Finding.Subject;
import co.lindero.licence.NormContext.Presence;
import co.lindero.norm.Condition;
import co.lindero.norm.Norm.Scope;
import co.lindero.norm.Regime;
import co.lindero.norm.UseRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Judges a use category by the rules of one zone.
 *
 * @legal Decreto 1077 de 2015, art. 2.2.1.1 (usos): a use that is not listed is prohibited
 */
final class UseJudge {
    private final Function<UseRule, Optional<Condition>> stated;
    private final Conditions conditions;

    UseJudge(Function<UseRule, Optional<Condition>> stated, Conditions conditions) {
        this.stated = stated;
        this.conditions = conditions;
    }

    /** A rule that counts, with what became of its condition. */
    private record Ruled(UseRule rule, Outcome outcome) {}

    private static final Outcome ALWAYS = new Outcome(Holds.YES, List.of(), new Bilingual("", ""));

    /**
     * Judges a category.
     *
     * @param rules all rules of the zone; at least one
     */
    Finding judge(String category, Scope zone, List<UseRule> rules, NormContext context) {
        List<UseRule> listed =
                rules.stream().filter(rule -> rule.category().equals(category)).toList();
        if (listed.isEmpty()) {
            return unlisted(category, zone, rules, context);
        }
        List<Ruled> ruled = new ArrayList<>();
        for (UseRule rule : listed) {
            Outcome outcome = stated.apply(rule).map(conditions::decide).orElse(ALWAYS);
            // a condition decides a condicionado; of another regime it says when the rule counts at all
            if (rule.regime() == Regime.CONDICIONADO || outcome.holds() != Holds.NO) {
                ruled.add(new Ruled(rule, outcome));
            }
        }
        if (ruled.isEmpty()) {
            return unlisted(category, zone, listed, context);
        }
        TreeSet<Regime> regimes =
                ruled.stream().map(r -> r.rule().regime()).collect(Collectors.toCollection(TreeSet::new));
        return regimes.size() > 1 ? several(category, zone, ruled, context) : one(category, zone, ruled, context);
    }

    private static Finding unlisted(String category, Scope zone, List<UseRule> rules, NormContext context) {
        return finding(
                zone,
                List.of(),
                Verdict.DOES_NOT_COMPLY,
                new Bilingual(
                        "El uso " + category + " está prohibido en la zona " + zone.zone()
                                + " porque no figura en la lista de usos de la zona.",
                        "Use " + category + " is prohibited in zone " + zone.zone()
                                + " because it is not listed among the uses of the zone."),
                context,
                List.of(),
                rules.stream().map(UseRule::source).distinct().limit(3).toList());
    }

    private static Finding several(String category, Scope zone, List<Ruled> ruled, NormContext context) {
        String es = ruled.stream()
                .map(r -> r.rule().regime().title().es() + " (" + cited(r.rule()) + ")")
                .collect(Collectors.joining("; "));
        String en = ruled.stream()
                .map(r -> r.rule().regime().title().en() + " (" + cited(r.rule()) + ")")
                .collect(Collectors.joining("; "));
        return finding(
                zone,
                rules(ruled),
                Verdict.NEEDS_REVIEW,
                new Bilingual(
                        "El uso " + category + " figura con regímenes distintos en la zona " + zone.zone() + ": " + es
                                + ".",
                        "Use " + category + " is listed with different regimes in zone " + zone.zone() + ": " + en
                                + "."),
                context,
                List.of(),
                sources(ruled));
    }

    private static Finding one(String category, Scope zone, List<Ruled> ruled, NormContext context) {
        UseRule rule = ruled.get(0).rule();
        String es = "El uso " + category + " es " + rule.regime().title().es().toLowerCase(java.util.Locale.ROOT)
                + " en la zona " + zone.zone() + " (" + cited(rule) + ").";
        String en = "Use " + category + " is " + rule.regime().title().en().toLowerCase(java.util.Locale.ROOT)
                + " in zone " + zone.zone() + " (" + cited(rule) + ").";
        Verdict verdict = Verdict.COMPLIES;
        List<String> missing = new ArrayList<>();
        for (Ruled each : ruled) {
            Verdict own = verdict(each);
            String condition = each.rule().condition();
            String text = each.rule().source().text();
            if (each.rule().regime() == Regime.CONDICIONADO && condition == null) {
                es += " Condición que debe juzgar una persona: " + (text == null ? "no está escrita" : "«" + text + "»")
                        + ".";
                en += " Condition for a person to judge: " + (text == null ? "not written" : "\"" + text + "\"") + ".";
            } else if (condition != null) {
                es += " Condición: " + condition + ". " + each.outcome().trace().es();
                en += " Condition: " + condition + ". " + each.outcome().trace().en();
            }
            if (own == Verdict.NOT_EVALUABLE) {
                missing.addAll(each.outcome().missing());
            }
            verdict = verdict.worse(own);
        }
        return finding(
                zone,
                rules(ruled),
                verdict,
                new Bilingual(es.strip(), en.strip()),
                context,
                missing.stream().distinct().toList(),
                sources(ruled));
    }

    private static Verdict verdict(Ruled ruled) {
        boolean judged = ruled.rule().condition() != null;
        return switch (ruled.rule().regime()) {
            case PRINCIPAL, COMPATIBLE ->
                ruled.outcome().holds() == Holds.YES ? Verdict.COMPLIES : Verdict.NOT_EVALUABLE;
            case PROHIBIDO -> ruled.outcome().holds() == Holds.YES ? Verdict.DOES_NOT_COMPLY : Verdict.NOT_EVALUABLE;
            case CONDICIONADO ->
                !judged
                        ? Verdict.NEEDS_REVIEW
                        : switch (ruled.outcome().holds()) {
                            case YES -> Verdict.COMPLIES;
                            case NO -> Verdict.DOES_NOT_COMPLY;
                            case UNKNOWN -> Verdict.NOT_EVALUABLE;
                        };
        };
    }

    private static Finding finding(
            Scope zone,
            List<UseRule> rules,
            Verdict verdict,
            Bilingual message,
            NormContext context,
            List<String> missing,
            List<LegalSource> sources) {
        boolean unsure = verdict != Verdict.COMPLIES && context.presence() != Presence.SURE;
        Bilingual told = unsure
                ? new Bilingual(
                        message.es() + " El límite de la zona está dentro de su exactitud: debe revisarse si aplica.",
                        message.en() + " The boundary of the zone is within its accuracy: to be reviewed.")
                : message;
        return new Finding(
                new Subject(Kind.USE, null, rules, zone.theme(), zone.zone(), null, context.lot()),
                unsure && verdict != Verdict.NOT_EVALUABLE ? Verdict.NEEDS_REVIEW : verdict,
                null,
                told,
                context.because(),
                missing,
                sources,
                Picture.NONE);
    }

    private static List<UseRule> rules(List<Ruled> ruled) {
        return ruled.stream().map(Ruled::rule).toList();
    }

    private static List<LegalSource> sources(List<Ruled> ruled) {
        return ruled.stream().map(r -> r.rule().source()).distinct().toList();
    }

    private static String cited(UseRule rule) {
        return rule.source().act() + ", art. " + rule.source().article();
    }
}
