package co.lindero.activity;

import co.lindero.law.Bilingual;
import co.lindero.norm.Applicability;
import co.lindero.norm.Condition;
import co.lindero.norm.NormBook;
import co.lindero.norm.Regime;
import co.lindero.norm.UseRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges what the rules of a zone say of one category. Pure.
 *
 * @legal Decreto 1077 de 2015, art. 2.2.1.1 (usos): what a zone with use rules does not list is not admitted in it
 */
final class UseJudge {
    private final NormBook book;
    private final Map<String, Object> known;

    /**
     * Makes a judge.
     *
     * @param known what is known of parcel and use, by the names of conditions
     */
    UseJudge(NormBook book, Map<String, Object> known) {
        this.book = book;
        this.known = Map.copyOf(known);
    }

    /** A rule and what came of its condition. */
    record Weighed(UseRule rule, Condition.Outcome outcome) {
        boolean is(Applicability applicability) {
            return outcome.outcome() == applicability;
        }
    }

    /** What the rules come to. */
    record Judgement(Verdict verdict, boolean unlisted, Bilingual why, Set<String> missing, List<Weighed> rules) {}

    /**
     * Judges a category.
     *
     * @param zoneRules all rules of the zone, on any category; with none the zone says nothing
     */
    Judgement judge(String category, List<UseRule> zoneRules) {
        List<Weighed> rules = Stream.concat(zoneRules.stream(), book.listMunicipalUses().stream())
                .filter(rule -> rule.category().equals(category))
                .map(rule -> new Weighed(
                        rule,
                        book.findCondition(rule)
                                .map(condition -> condition.evaluate(known::get))
                                .orElse(Condition.Outcome.ALWAYS)))
                .toList();
        if (rules.isEmpty()) {
            return zoneRules.isEmpty() ? silent() : unlisted(rules);
        }
        // an unfulfilled conditional rule still speaks: it says no; any other whose condition fails says nothing
        List<Weighed> speaking = rules.stream()
                .filter(rule -> rule.rule().regime() == Regime.CONDICIONADO || !rule.is(Applicability.DOES_NOT_APPLY))
                .toList();
        List<Weighed> standing = withoutUnfulfilled(speaking);
        if (standing.isEmpty()) {
            return unlisted(rules);
        }
        Set<String> missing = standing.stream()
                .flatMap(rule -> rule.outcome().missing().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            return judgement(
                    Verdict.NOT_EVALUABLE, "Depende de " + names + ".", "It depends on " + names + ".", missing, rules);
        }
        return decided(standing, rules);
    }

    /** Where other rules on the category stand, a conditional one whose condition fails is out of play. */
    private static List<Weighed> withoutUnfulfilled(List<Weighed> speaking) {
        List<Weighed> standing = speaking.stream()
                .filter(rule -> !rule.is(Applicability.DOES_NOT_APPLY))
                .toList();
        return standing.isEmpty() ? speaking : standing;
    }

    private Judgement decided(List<Weighed> standing, List<Weighed> all) {
        long regimes =
                standing.stream().map(rule -> rule.rule().regime()).distinct().count();
        if (regimes > 1) {
            return judgement(
                    Verdict.NEEDS_REVIEW,
                    "El plan le da más de un régimen; se citan todos.",
                    "The plan gives it more than one regime; all are cited.",
                    Set.of(),
                    all);
        }
        Regime regime = standing.get(0).rule().regime();
        String es = regime.title().es();
        String en = regime.title().en();
        return switch (regime) {
            case PRINCIPAL, COMPATIBLE ->
                undecided(standing)
                        ? review(all)
                        : judgement(
                                Verdict.ALLOWED,
                                "Uso " + es.toLowerCase(Locale.ROOT) + ".",
                                en + " use.",
                                Set.of(),
                                all);
            case PROHIBIDO ->
                undecided(standing)
                        ? review(all)
                        : judgement(
                                Verdict.PROHIBITED,
                                "Uso prohibido expresamente.",
                                "Use prohibited by name.",
                                Set.of(),
                                all);
            case CONDICIONADO -> conditional(standing, all);
        };
    }

    private static boolean undecided(List<Weighed> standing) {
        return standing.stream().anyMatch(rule -> rule.is(Applicability.UNDECIDED));
    }

    private static Judgement review(List<Weighed> all) {
        return judgement(
                Verdict.NEEDS_REVIEW,
                "La condición no se puede decidir; debe revisarse.",
                "The condition cannot be decided; it must be reviewed.",
                Set.of(),
                all);
    }

    private static Judgement conditional(List<Weighed> standing, List<Weighed> all) {
        if (standing.stream().anyMatch(rule -> rule.is(Applicability.DOES_NOT_APPLY))) {
            return judgement(
                    Verdict.PROHIBITED,
                    "Uso condicionado, y su condición no se cumple.",
                    "Conditional use, and its condition does not hold.",
                    Set.of(),
                    all);
        }
        boolean written = standing.stream().allMatch(rule -> rule.rule().condition() != null);
        if (!written || undecided(standing)) {
            String text = standing.stream()
                    .map(rule -> rule.rule().source().text())
                    .flatMap(Stream::ofNullable)
                    .map(words -> " «" + words + "»")
                    .collect(Collectors.joining());
            return judgement(
                    Verdict.NEEDS_REVIEW,
                    "Uso condicionado: debe revisarse la condición." + text,
                    "Conditional use: its condition must be reviewed." + text,
                    Set.of(),
                    all);
        }
        return judgement(
                Verdict.ALLOWED,
                "Uso condicionado, y su condición se cumple.",
                "Conditional use, and its condition holds.",
                Set.of(),
                all);
    }

    private static Judgement silent() {
        return judgement(
                Verdict.NOT_EVALUABLE,
                "La zona no tiene reglas de uso cargadas: no se sabe.",
                "The zone has no use rules loaded: it is not known.",
                Set.of(),
                List.of());
    }

    private static Judgement unlisted(List<Weighed> rules) {
        return new Judgement(
                Verdict.PROHIBITED,
                true,
                rules.isEmpty()
                        ? new Bilingual(
                                "Ninguna regla de la zona lo enumera: se entiende prohibido.",
                                "No rule of the zone lists it: it is prohibited because unlisted.")
                        : new Bilingual(
                                "Solo lo enumeran reglas cuya condición no se cumple: se entiende prohibido.",
                                "Only rules whose condition does not hold list it: it is prohibited because unlisted."),
                Set.of(),
                rules);
    }

    private static Judgement judgement(
            Verdict verdict, String es, String en, Set<String> missing, List<Weighed> rules) {
        return new Judgement(verdict, false, new Bilingual(es, en), missing, rules);
    }
}
