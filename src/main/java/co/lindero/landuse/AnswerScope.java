package co.lindero.landuse;

import co.lindero.law.Bilingual;
import co.lindero.norm.NormBook;
import co.lindero.plan.Dataset;
import co.lindero.plan.Plan;
import co.lindero.plan.Theme;
import co.lindero.plan.ThemeCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything of an answer that does not depend on the parcel: the plan and those it inherits from, the themes they define,
 * the datasets, and all norms and use rules. Immutable, and the same for one municipality, plan, day and publication.
 *
 * @param plan plan that answers; null where the municipality has none
 * @param chain codes of the plan and of those it inherits from, in that order
 * @param themes themes in the order of precedence, the expected ones included
 * @param datasets datasets of the plans and of the cadastre
 * @param book norms and use rules
 * @param lined themes that hold lines, from which strips may be drawn
 */
record AnswerScope(
        @Nullable Plan plan,
        List<String> chain,
        List<ThemeScope> themes,
        List<Dataset> datasets,
        NormBook book,
        Set<String> lined) {
    /**
     * A theme that an answer speaks of.
     *
     * @param code code
     * @param title title
     * @param precedence order
     * @param theme its definition; null for an expected theme that no plan defines
     * @param datasets its datasets; empty where nothing is loaded
     */
    record ThemeScope(
            String code,
            Bilingual title,
            int precedence,
            @Nullable Theme theme,
            List<Dataset> datasets) {
        boolean isLoaded() {
            return theme != null && !datasets.isEmpty();
        }

        boolean tilesGround() {
            return theme != null && theme.tilesGround();
        }
    }

    static AnswerScope of(
            @Nullable Plan plan,
            List<String> chain,
            List<Theme> themes,
            List<Dataset> datasets,
            NormBook book,
            Set<String> lined) {
        Map<String, ThemeScope> byCode = new LinkedHashMap<>();
        for (Theme theme : themes) {
            byCode.computeIfAbsent(theme.code(), code -> scope(theme, datasets));
        }
        for (ThemeCatalogue.Shipped expected : ThemeCatalogue.listExpected()) {
            byCode.computeIfAbsent(
                    expected.code(),
                    code -> new ThemeScope(code, expected.title(), expected.precedence(), null, List.of()));
        }
        List<ThemeScope> ordered = new ArrayList<>(byCode.values());
        ordered.sort(Comparator.comparingInt(ThemeScope::precedence).thenComparing(ThemeScope::code));
        return new AnswerScope(
                plan, List.copyOf(chain), List.copyOf(ordered), List.copyOf(datasets), book, Set.copyOf(lined));
    }

    private static ThemeScope scope(Theme theme, List<Dataset> datasets) {
        String english = ThemeCatalogue.find(theme.code())
                .map(shipped -> shipped.title().en())
                .orElse(theme.title());
        return new ThemeScope(
                theme.code(),
                new Bilingual(theme.title(), english),
                theme.precedence(),
                theme,
                datasets.stream()
                        .filter(d -> d.kind().equals("zones") && d.theme().equals(theme.code()))
                        .toList());
    }

    /** Returns how many rows it is made of, a measure of its size. */
    int size() {
        return 1 + themes.size() + datasets.size() + book.size();
    }

    Optional<Dataset> findParcels(String name) {
        return datasets.stream()
                .filter(d -> d.kind().equals("parcels") && d.name().equals(name))
                .findFirst();
    }
}
