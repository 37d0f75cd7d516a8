package co.lindero.activity;

import co.lindero.activity.UseJudge.Judgement;
import co.lindero.activity.UseJudge.Weighed;
import co.lindero.activity.UsesAnswer.Asked;
import co.lindero.activity.UsesAnswer.Category;
import co.lindero.activity.UsesAnswer.Judged;
import co.lindero.activity.UsesAnswer.Place;
import co.lindero.activity.UsesAnswer.Rule;
import co.lindero.landuse.ConflictFacts;
import co.lindero.landuse.LandUseAnswer;
import co.lindero.landuse.LandUseAnswer.Part;
import co.lindero.landuse.LandUseAnswer.ThemeAnswer;
import co.lindero.landuse.LandUseAnswer.Warning;
import co.lindero.landuse.NormFacts.TestFacts;
import co.lindero.norm.ConditionNames;
import co.lindero.norm.Norm.Scope;
import co.lindero.norm.NormBook;
import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes whether a use may be on a parcel, in one language, from the land-use answer and the rules. Pure. */
final class UsesWriter {
    private final UsesQuestion question;
    private final List<Category> categories;
    private final NormBook book;
    private final Language language;

    UsesWriter(UsesQuestion question, List<Category> categories, NormBook book, Language language) {
        this.question = question;
        this.categories = List.copyOf(categories);
        this.book = book;
        this.language = language;
    }

    private String pick(String es, String en) {
        return language.pick(es, en);
    }

    UsesAnswer write(LandUseAnswer answer, Map<String, Object> facts) {
        List<Place> places = new ArrayList<>();
        List<Verdict> themes = new ArrayList<>();
        List<ThemeAnswer> speaking = answer.themes().stream()
                .filter(theme -> book.themesWithUses().contains(theme.theme()))
                .toList();
        boolean allSpokenFor = speaking.stream().anyMatch(this::speaksForAll);
        for (ThemeAnswer theme : speaking) {
            List<Part> judged = theme.parts().stream()
                    .filter(part -> !allSpokenFor || hasRules(theme, part))
                    .toList();
            if (judged.isEmpty() && !theme.parts().isEmpty()) {
                continue;
            }
            List<Place> here =
                    judged.stream().map(part -> place(theme, part, facts)).toList();
            places.addAll(here);
            verdict(theme, here, themes);
        }
        List<ConflictFacts> precedence = answer.conflicts().stream()
                .filter(conflict -> places.stream()
                        .anyMatch(
                                place -> place.theme().equals(conflict.yields().theme())
                                        && place.zone().equals(conflict.yields().zone())))
                .toList();
        Verdict zones = Verdict.strictest(themes);
        boolean yields = !precedence.isEmpty() && (zones == Verdict.ALLOWED || zones == Verdict.PARTLY);
        Verdict whole = yields ? Verdict.NEEDS_REVIEW : zones;
        return new UsesAnswer(
                answer.parcel(),
                answer.plan(),
                answer.on(),
                answer.knownAt(),
                new Asked(question.ciiu(), question.category(), question.areaM2()),
                categories,
                whole.code(),
                sentence(whole, places, yields ? precedence : List.of()),
                places,
                precedence,
                warnings(answer),
                answer.dataVersions(),
                answer.demonstration(),
                null,
                null);
    }

    /**
     * Whether a theme has rules for every zone on the parcel and leaves no ground out: then a zone of another theme that has
     * none, such as the land class where activity areas give the uses, leaves nothing unknown.
     */
    private boolean speaksForAll(ThemeAnswer theme) {
        return !theme.parts().isEmpty()
                && isNone(theme.uncoveredM2())
                && isNone(theme.unknownM2())
                && isNone(theme.outsideGroundM2())
                && theme.parts().stream().allMatch(part -> hasRules(theme, part));
    }

    private static boolean isNone(@Nullable BigDecimal area) {
        return area == null || area.signum() == 0;
    }

    private boolean hasRules(ThemeAnswer theme, Part part) {
        return !book.listUses(new Scope(theme.theme(), part.zone())).isEmpty();
    }

    /** A theme that speaks of uses says nothing outside its ground; what of it is not known, or has no zone, is not evaluable. */
    private static void verdict(ThemeAnswer theme, List<Place> here, List<Verdict> themes) {
        List<Verdict> verdicts = here.stream()
                .map(place -> Verdict.of(place.verdict()))
                .collect(Collectors.toCollection(ArrayList::new));
        boolean unknown = theme.unknownM2() != null && theme.unknownM2().signum() > 0;
        boolean bare = theme.state().equals("concerned") && here.isEmpty();
        if (unknown || bare) {
            verdicts.add(Verdict.NOT_EVALUABLE);
        }
        if (!verdicts.isEmpty()) {
            themes.add(Verdict.ofPlaces(verdicts));
        }
    }

    private Place place(ThemeAnswer theme, Part part, Map<String, Object> facts) {
        List<Judged> judged = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        categories.stream().filter(Category::applies).map(Category::category).forEach(seen::add);
        for (String category : seen) {
            Map<String, Object> known = new HashMap<>(facts);
            known.put(ConditionNames.USE_CATEGORY, category);
            Judgement judgement =
                    new UseJudge(book, known).judge(category, book.listUses(new Scope(theme.theme(), part.zone())));
            verdicts.add(judgement.verdict());
            judged.add(judged(category, judgement));
        }
        return new Place(
                theme.theme(),
                theme.title(),
                part.zone(),
                part.label(),
                part.planarM2(),
                part.share(),
                Verdict.ofCategories(verdicts, question.areaM2() != null).code(),
                judged);
    }

    private Judged judged(String category, Judgement judgement) {
        return new Judged(
                category,
                judgement.verdict().code(),
                judgement.unlisted(),
                judgement.why().in(language),
                List.copyOf(judgement.missing()),
                judgement.rules().stream().map(this::rule).toList());
    }

    private Rule rule(Weighed weighed) {
        return new Rule(
                weighed.rule().id(),
                weighed.rule().regime().code(),
                weighed.rule().condition(),
                weighed.outcome().outcome().code(),
                TestFacts.listOf(weighed.outcome(), language),
                weighed.rule().plan(),
                book.isInherited(weighed.rule().plan()),
                weighed.rule().version(),
                List.of(weighed.rule().source()));
    }

    private String sentence(Verdict verdict, List<Place> places, List<ConflictFacts> precedence) {
        StringBuilder text = new StringBuilder(verdict.title().in(language)).append('.');
        if (categories.stream().noneMatch(Category::applies)) {
            text.append(pick(
                    " La tabla CIIU no tiene categoría para esa área.",
                    " The CIIU table has no category for that area."));
        } else if (places.isEmpty()) {
            text.append(pick(
                    " Ninguna zona con reglas de uso está en el predio, o no hay reglas cargadas.",
                    " No zone with use rules lies on the parcel, or no rules are loaded."));
        }
        for (Place place : places) {
            text.append(' ').append(place.zone()).append(": ");
            text.append(place.uses().stream()
                    .map(use -> use.category() + " — " + use.why() + cited(use))
                    .collect(Collectors.joining(" ")));
        }
        if (!precedence.isEmpty()) {
            String who = precedence.stream()
                    .map(conflict -> conflict.prevails().title() + " "
                            + conflict.prevails().zone())
                    .distinct()
                    .collect(Collectors.joining(", "));
            text.append(pick(" La zona lo admite, pero prevalece: ", " The zone admits it, but this prevails: "))
                    .append(who)
                    .append('.');
        }
        return text.toString();
    }

    private static String cited(Judged use) {
        String articles = use.rules().stream()
                .flatMap(rule -> rule.sources().stream())
                .map(source -> source.act() + ", art. " + source.article())
                .distinct()
                .collect(Collectors.joining("; "));
        return articles.isEmpty() ? "" : " (" + articles + ")";
    }

    /** The warnings of the land-use answer that bear on the use, and those on hazards of which nothing is known. */
    private List<Warning> warnings(LandUseAnswer answer) {
        List<Warning> warnings = new ArrayList<>(answer.warnings().stream()
                .filter(warning ->
                        warning.theme() == null || book.themesWithUses().contains(warning.theme()))
                .toList());
        answer.themes().stream()
                .filter(theme ->
                        theme.theme().startsWith("hazard-") && theme.state().equals("no_data"))
                .forEach(theme -> warnings.add(new Warning(
                        "hazard-unknown",
                        theme.theme(),
                        pick(
                                "No hay datos de «" + theme.title() + "»: no se sabe si prevalece sobre el uso.",
                                "There are no data on \"" + theme.title()
                                        + "\": whether it prevails over the use is not known."))));
        return List.copyOf(warnings);
    }
}
