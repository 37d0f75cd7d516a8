package co.lindero.activity;

import co.lindero.activity.UsesAnswer.Category;
import co.lindero.activity.UsesAnswer.Judged;
import co.lindero.activity.UsesAnswer.Place;
import co.lindero.activity.UsesAnswer.Rule;
import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a use may be on a parcel, as a person reads it in a terminal. Pure. */
public final class UsesText {
    private final StringBuilder text = new StringBuilder();
    private final Language language;

    private UsesText(Language language) {
        this.language = language;
    }

    /** Returns the answer as lines of text, in the language it was written in. */
    public static String render(UsesAnswer answer, Language language) {
        UsesText writer = new UsesText(language);
        writer.write(answer);
        return writer.text.toString();
    }

    private void line(String content) {
        text.append(content.stripTrailing()).append('\n');
    }

    private String pick(String es, String en) {
        return language.pick(es, en);
    }

    private void write(UsesAnswer answer) {
        line(pick("PREDIO ", "PARCEL ") + answer.parcel().number());
        line(pick("USO ", "USE ")
                + (answer.asked().ciiu() == null
                        ? answer.asked().category()
                        : "CIIU " + answer.asked().ciiu())
                + (answer.asked().areaM2() == null
                        ? ""
                        : ", " + answer.asked().areaM2().toPlainString() + " m²"));
        answer.categories().forEach(this::category);
        line("");
        line(answer.answer());
        answer.parts().forEach(this::place);
        if (!answer.precedence().isEmpty()) {
            line(pick("Prevalece", "Prevails"));
            answer.precedence()
                    .forEach(conflict -> line("  " + conflict.prevails().title() + " "
                            + conflict.prevails().zone() + ": " + conflict.why()));
        }
        if (!answer.warnings().isEmpty()) {
            line(pick("AVISOS", "WARNINGS"));
            answer.warnings().forEach(warning -> line("  - " + warning.message()));
        }
        line("");
        line(Objects.toString(answer.notice(), ""));
        line(Objects.toString(answer.hash(), ""));
    }

    private void category(Category category) {
        if (category.areaMinM2() != null || category.areaMaxM2() != null || category.note() != null) {
            line("  " + category.category() + ": " + pick("área ", "area ") + bound(category.areaMinM2(), "0") + " – "
                    + bound(category.areaMaxM2(), "…") + " m²"
                    + (category.note() == null ? "" : ", " + category.note())
                    + (category.applies() ? "" : pick(" (no es esta)", " (not this one)")));
        }
    }

    private static String bound(@Nullable BigDecimal value, String none) {
        return value == null ? none : value.toPlainString();
    }

    private void place(Place place) {
        line(place.title() + " " + place.zone()
                + (place.planarM2() == null ? "" : ", " + place.planarM2().toPlainString() + " m²")
                + ": " + Verdict.of(place.verdict()).title().in(language));
        for (Judged use : place.uses()) {
            line("  " + use.category() + " — " + use.why());
            use.rules().forEach(this::rule);
        }
    }

    private void rule(Rule rule) {
        line("    " + rule.regime()
                + (rule.condition() == null
                        ? ""
                        : pick(", si ", ", if ") + rule.condition() + " [" + rule.outcome() + "]")
                + " — "
                + rule.sources().stream()
                        .map(source -> source.act() + ", art. " + source.article()
                                + (source.text() == null ? "" : ", «" + source.text() + "»"))
                        .collect(Collectors.joining("; "))
                + (rule.inherited() ? pick(" (heredada de ", " (inherited from ") + rule.plan() + ")" : ""));
    }
}
