package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.KeptZones.Rule;
import co.lindero.norm.NormStore;
import co.lindero.plan.Dataset;
import co.lindero.plan.Drawing;
import co.lindero.plan.Plan;
import co.lindero.plan.PlanStore;
import co.lindero.plan.StripStore;
import co.lindero.plan.Theme;
import co.lindero.plan.ThemeCatalogue;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What plans say, read once for each day and publication: what is published never changes. Thread-safe. */
final class LicenceScopes {
    private static final int MOST = 64;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Set<String> CONDITIONS = Set.of("hazard-condition", "risk-condition");

    /**
     * What a scope depends on.
     *
     * @param plan code of the plan that shall answer; null for the one in force
     * @param on legal day
     * @param at publication
     */
    record Key(String municipality, @Nullable String plan, LocalDate on, long at) {}

    private final PlanStore plans;
    private final StripStore strips;
    private final NormStore norms = new NormStore();
    private final Cache<Key, LicenceScope> scopes =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();

    LicenceScopes(PlanStore plans, StripStore strips) {
        this.plans = plans;
        this.strips = strips;
    }

    /**
     * Returns what answers.
     *
     * @throws Problem {@code plan-not-found}, {@code no-plan-in-force}
     */
    LicenceScope get(Handle handle, Key key) {
        LicenceScope present = scopes.getIfPresent(key);
        if (present != null) {
            return present;
        }
        LicenceScope made = read(handle, key);
        scopes.put(key, made);
        return made;
    }

    /** Themes that forbid building and those of a condition are judged whether or not the plan flags them. */
    private static boolean needsNoFlag(String theme) {
        return ThemeCatalogue.forbidsBuilding(theme) || CONDITIONS.contains(theme);
    }

    private LicenceScope read(Handle handle, Key key) {
        List<String> chain = plans.findChain(handle, key.municipality(), key.plan(), key.on(), key.at());
        List<Plan> all = plans.listPlans(handle, key.municipality(), key.at());
        requirePlan(key, chain, all);
        List<Dataset> datasets = plans.listDatasets(handle, key.municipality(), chain, key.at());
        List<Theme> themes = plans.listThemes(handle, key.municipality(), chain, key.at());
        List<String> inForce =
                key.plan() == null ? chain : plans.findChain(handle, key.municipality(), null, key.on(), key.at());
        return new LicenceScope(
                chain,
                inForce,
                inForce.equals(chain) ? Set.of() : alike(handle, key, inForce, new Drawing(themes, datasets)),
                all.stream()
                        .filter(plan -> !chain.isEmpty() && plan.code().equals(chain.get(0)))
                        .findFirst()
                        .orElse(null),
                datasets,
                themes(themes, datasets),
                norms.read(handle, key.municipality(), chain, key.on(), key.at()),
                rules(themes, datasets),
                chain.isEmpty()
                        ? Map.of()
                        : strips
                                .listLinedThemes(
                                        handle, new StripStore.When(key.municipality(), chain, key.on(), key.at()))
                                .stream()
                                .collect(Collectors.toMap(Function.identity(), strips::halves)));
    }

    private Set<String> alike(Handle handle, Key key, List<String> inForce, Drawing asked) {
        Drawing ruling = new Drawing(
                plans.listThemes(handle, key.municipality(), inForce, key.at()),
                plans.listDatasets(handle, key.municipality(), inForce, key.at()));
        return inForce.isEmpty()
                ? Set.of()
                : asked.themes().stream()
                        .map(Theme::code)
                        .filter(theme -> asked.isAlike(ruling, theme))
                        .collect(Collectors.toSet());
    }

    private static void requirePlan(Key key, List<String> chain, List<Plan> all) {
        if (chain.isEmpty() && key.plan() != null) {
            String codes = String.join(", ", all.stream().map(Plan::code).toList());
            throw Problem.of(
                            ProblemType.PLAN_NOT_FOUND,
                            "El municipio " + key.municipality() + " no tiene un plan " + key.plan(),
                            "Municipality " + key.municipality() + " has no plan " + key.plan())
                    .hint("Planes: " + codes + ".", "Plans: " + codes + ".");
        }
        if (chain.isEmpty() && all.stream().anyMatch(Plan::isAdopted)) {
            throw Problem.of(
                            ProblemType.NO_PLAN_IN_FORCE,
                            "El " + key.on() + ", día de la radicación, no regía ningún plan cargado",
                            "No loaded plan was in force on " + key.on() + ", the day of filing")
                    .hint("Revise licence.filedOn.", "Look at licence.filedOn.");
        }
    }

    private static Set<String> loaded(List<Dataset> datasets) {
        return datasets.stream()
                .filter(d -> d.kind().equals("zones"))
                .map(Dataset::theme)
                .collect(Collectors.toSet());
    }

    /** Returns how the loaded themes are drawn, each as the first plan of the chain defines it. */
    private static Map<String, Rule> rules(List<Theme> defined, List<Dataset> datasets) {
        Set<String> loaded = loaded(datasets);
        return defined.stream()
                .filter(theme -> loaded.contains(theme.code()))
                .collect(Collectors.toMap(
                        Theme::code,
                        theme -> new Rule(theme.tilesGround(), theme.protective(), theme.minWidthM()),
                        (newest, older) -> newest));
    }

    /** Returns the themes that the plan defines, and those that every answer must speak of. */
    private static List<TargetTheme> themes(List<Theme> defined, List<Dataset> datasets) {
        Map<String, TargetTheme> themes = new LinkedHashMap<>();
        Set<String> loaded = loaded(datasets);
        for (Theme theme : defined) {
            themes.computeIfAbsent(theme.code(), code -> target(theme, loaded.contains(code)));
        }
        for (ThemeCatalogue.Shipped shipped : ThemeCatalogue.listExpected()) {
            themes.computeIfAbsent(
                    shipped.code(),
                    code -> new TargetTheme(
                            code,
                            shipped.title(),
                            shipped.precedence(),
                            true,
                            shipped.protective() || needsNoFlag(code),
                            false,
                            false,
                            List.of(),
                            List.of()));
        }
        return themes.values().stream()
                .sorted(Comparator.comparingInt(TargetTheme::precedence).thenComparing(TargetTheme::code))
                .toList();
    }

    private static TargetTheme target(Theme theme, boolean loaded) {
        Optional<ThemeCatalogue.Shipped> shipped = ThemeCatalogue.find(theme.code());
        return new TargetTheme(
                theme.code(),
                new Bilingual(theme.title(), shipped.map(s -> s.title().en()).orElse(theme.title())),
                theme.precedence(),
                shipped.map(ThemeCatalogue.Shipped::expected).orElse(false),
                theme.protective() || needsNoFlag(theme.code()),
                theme.tilesGround(),
                loaded,
                List.of(),
                List.of());
    }
}
