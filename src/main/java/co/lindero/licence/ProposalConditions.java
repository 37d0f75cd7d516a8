package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.norm.Condition;
import co.lindero.platform.problem.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Conditions decided by the values of one proposal, each test told with what stood on its two sides. */
final class ProposalConditions implements Conditions {
    private final ProposalValues values;

    ProposalConditions(ProposalValues values) {
        this.values = values;
    }

    @Override
    public Outcome decide(Condition condition) {
        Condition.Outcome outcome = condition.evaluate(values::get);
        Holds holds = switch (outcome.outcome()) {
            case APPLIES -> Holds.YES;
            case DOES_NOT_APPLY -> Holds.NO;
            case UNDECIDED -> Holds.UNKNOWN;
        };
        List<String> missing = outcome.missing().stream()
                .flatMap(name -> values.inputs(name).stream())
                .distinct()
                .toList();
        String es = outcome.tests().stream()
                .flatMap(test -> test.reasons().stream())
                .map(Bilingual::es)
                .collect(Collectors.joining(" "));
        String en = outcome.tests().stream()
                .flatMap(test -> test.reasons().stream())
                .map(Bilingual::en)
                .collect(Collectors.joining(" "));
        return new Outcome(
                holds,
                missing,
                new Bilingual(
                        (tests(outcome, Language.ES) + " " + es).strip(),
                        (tests(outcome, Language.EN) + " " + en).strip()));
    }

    private static String tests(Condition.Outcome outcome, Language language) {
        return outcome.tests().stream()
                .map(test -> test.text() + " ("
                        + Optional.ofNullable(test.left()).orElse("?") + " " + test.operator() + " "
                        + Optional.ofNullable(test.right()).orElse("?") + ": " + result(test.result(), language) + ")")
                .collect(Collectors.joining("; "));
    }

    private static String result(String result, Language language) {
        return switch (result) {
            case "true" -> language.pick("se cumple", "holds");
            case "false" -> language.pick("no se cumple", "does not hold");
            default -> language.pick("no se sabe", "not known");
        };
    }
}
