package co.lindero.licence;

import co.lindero.licence.LicenceStore.ZoneQuestion;
import co.lindero.norm.NormBook;
import co.lindero.plan.Dataset;
import co.lindero.plan.Plan;
import co.lindero.plan.Theme;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What checks of one transaction read alike and need not read twice: what a plan holds on a day, and the zones on one site of themes
 * that two plans have from the same plans. Confined to one transaction and one thread.
 */
final class SharedReads {
    private final Map<Asked, PlanState> states = new HashMap<>();
    private final Map<Drawn, List<TargetZone>> zones = new HashMap<>();
    private List<Long> site = List.of();

    /** A plan on a day at a publication; plan null for the one in force. */
    record Asked(String municipality, @Nullable String plan, LocalDate on, long at) {}

    /** All that a plan and those it inherits from hold. */
    record PlanState(
            List<String> chain, @Nullable Plan plan, List<Dataset> datasets, List<Theme> themes, NormBook book) {
        PlanState {
            chain = List.copyOf(chain);
            datasets = List.copyOf(datasets);
            themes = List.copyOf(themes);
        }

        /** Returns the plans of the chain that say anything of a theme: the others change nothing of its zones. */
        private List<String> speakers(String theme) {
            Set<String> speaking = Stream.concat(
                            datasets.stream()
                                    .filter(dataset -> dataset.theme().equals(theme))
                                    .map(Dataset::plan),
                            themes.stream()
                                    .filter(one -> one.code().equals(theme))
                                    .map(Theme::plan))
                    .collect(Collectors.toSet());
            return chain.stream().filter(speaking::contains).toList();
        }
    }

    /** The zones of a theme on a target; ground and statements without geometry follow the land classes. */
    private record Drawn(
            String theme,
            @Nullable String target,
            LocalDate on,
            long at,
            int srid,
            List<String> speakers,
            List<String> landClass) {}

    PlanState state(Asked asked, Supplier<PlanState> read) {
        PlanState known = states.get(asked);
        if (known == null) {
            known = read.get();
            states.put(asked, known);
        }
        return known;
    }

    List<TargetZone> zones(ZoneQuestion question, PlanState state, String theme, Supplier<List<TargetZone>> read) {
        if (!site.equals(question.parcels())) {
            zones.clear();
            site = List.copyOf(question.parcels());
        }
        return zones.computeIfAbsent(
                new Drawn(
                        theme,
                        question.target(),
                        question.on(),
                        question.at(),
                        question.srid(),
                        state.speakers(theme),
                        state.speakers("land-class")),
                key -> read.get());
    }
}
