package co.lindero.revision;

import co.lindero.norm.NormStore;
import co.lindero.plan.Plan;
import co.lindero.plan.PlanService;
import co.lindero.plan.PlanStore;
import co.lindero.platform.db.Database;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.publication.PublicationStore;
import co.lindero.revision.RevisionStore.Digest;
import co.lindero.revision.RevisionStore.Plot;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Compares two states of a plan over all parcels of a municipality, from one snapshot. Thread-safe. */
public final class PlanChangesService {
    private static final int PARCELS_AT_ONCE = 1_000;
    private static final int KEPT = 8;

    private final Database database;
    private final Clock clock;
    private final PlanService plans;
    private final PlanStore planStore;
    private final PublicationStore publications;
    private final NormStore norms = new NormStore();
    private final RevisionStore store = new RevisionStore();
    private final Cache<List<Object>, PlanChanges> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public PlanChangesService(
            Database database, Clock clock, PlanService plans, PlanStore planStore, PublicationStore publications) {
        this.database = database;
        this.clock = clock;
        this.plans = plans;
        this.planStore = planStore;
        this.publications = publications;
    }

    /**
     * Returns what a plan changes.
     *
     * @throws Problem {@code plan-not-found}, {@code publication-not-found}, or {@code invalid-parameter} where a state would be
     *     compared with itself
     */
    PlanChanges compare(ChangesQuestion question) {
        Plan plan = plans.get(question.municipality(), question.plan());
        if (question.against() != null) {
            plans.get(question.municipality(), question.against());
        }
        return database.read(handle -> {
            Comparison comparison = prepare(handle, question, plan);
            List<Object> key = List.of(
                    question.municipality(),
                    comparison.before().chain(),
                    comparison.before().on(),
                    comparison.before().at(),
                    comparison.after().chain(),
                    comparison.after().at());
            PlanChanges present = kept.getIfPresent(key);
            PlanChanges made = present == null ? count(handle, comparison) : present;
            kept.put(key, made);
            return made;
        });
    }

    private Comparison prepare(Handle handle, ChangesQuestion question, Plan plan) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = plan.inForceFrom().isAfter(today) ? plan.inForceFrom() : today;
        LocalDate on = question.on() == null ? first : question.on();
        long at = publications.get(handle, known(question.knownAt())).number();
        long againstAt = question.againstKnownAt() == null
                ? at
                : publications.get(handle, known(question.againstKnownAt())).number();
        PlanState after = state(handle, question.municipality(), question.plan(), on, on, at);
        PlanState before = state(handle, question.municipality(), question.against(), today, on, againstAt);
        if (before.chain().equals(after.chain()) && at == againstAt) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "El plan " + question.plan() + " se compararía consigo mismo.",
                            "Plan " + question.plan() + " would be compared with itself.")
                    .hint(
                            "Indique otro con «against», u otra publicación con «againstKnownAt».",
                            "Name another with 'against', or another publication with 'againstKnownAt'.");
        }
        return comparison(handle, before, after);
    }

    private static KnownAt known(@Nullable Long publication) {
        return publication == null ? new KnownAt.Newest() : new KnownAt.Numbered(publication);
    }

    /** A plan named answers as if in force; the one in force is that of today, also where its rules are asked for a later day. */
    private PlanState state(
            Handle handle, String municipality, @Nullable String plan, LocalDate chosenOn, LocalDate on, long at) {
        List<String> chain = planStore.findChain(handle, municipality, plan, chosenOn, at);
        if (chain.isEmpty()) {
            throw Problem.of(
                    ProblemType.PLAN_NOT_FOUND,
                    "No hay plan " + (plan == null ? "vigente el " + chosenOn : plan) + " en la publicación " + at,
                    "There is no plan " + (plan == null ? "in force on " + chosenOn : plan) + " at publication " + at);
        }
        return new PlanState(municipality, chain, on, at, norms.read(handle, municipality, chain, on, at));
    }

    /** Looks at the themes whose zones differ, all of them where land classes do, and at those of whose zones rules differ. */
    private Comparison comparison(Handle handle, PlanState before, PlanState after) {
        Map<String, Digest> ones = store.listDigests(handle, before);
        Map<String, Digest> others = store.listDigests(handle, after);
        TreeSet<String> all = new TreeSet<>(ones.keySet());
        all.addAll(others.keySet());
        Set<String> different = all.stream()
                .filter(theme -> !digest(ones, theme).equals(digest(others, theme)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (different.contains("land-class")) {
            return new Comparison(before, after, List.copyOf(all), Set.of(), null);
        }
        Set<String> still = new TreeSet<>(new RuleChanges(before.book(), after.book()).themes(different));
        still.retainAll(all);
        still.removeAll(different);
        TreeSet<String> themes = new TreeSet<>(different);
        themes.addAll(still);
        return new Comparison(
                before, after, List.copyOf(themes), Collections.unmodifiableSet(still), kept(handle, before, after));
    }

    /** Parts are kept as of the newest publication: they hold for both states where either is of that. */
    private @Nullable String kept(Handle handle, PlanState before, PlanState after) {
        long newest = publications.get(handle, new KnownAt.Newest()).number();
        if (before.at() == newest) {
            return before.plan();
        }
        return after.at() == newest ? after.plan() : null;
    }

    private static String digest(Map<String, Digest> digests, String theme) {
        Digest found = digests.get(theme);
        return found == null ? "" : found.digest();
    }

    private PlanChanges count(Handle handle, Comparison comparison) {
        ChangeCounter counter = new ChangeCounter(comparison);
        int parcels = 0;
        List<Plot> plots = store.listPlots(handle, comparison.after(), 0, PARCELS_AT_ONCE);
        while (!plots.isEmpty()) {
            Map<Long, Map<String, List<Move>>> moves = moves(handle, comparison, plots, false);
            plots.forEach(plot -> counter.count(plot, moves.getOrDefault(plot.id(), Map.of())));
            parcels += plots.size();
            plots = store.listPlots(
                    handle, comparison.after(), plots.get(plots.size() - 1).id(), PARCELS_AT_ONCE);
        }
        return new PlanChanges(
                comparison,
                titles(handle, comparison),
                parcels,
                counter.zones(),
                counter.uses(),
                counter.norms(),
                counter.changed(),
                store.isDemonstration(handle, comparison.after()));
    }

    private Map<String, String> titles(Handle handle, Comparison comparison) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (PlanState state : List.of(comparison.after(), comparison.before())) {
            store.listDigests(handle, state).forEach((theme, digest) -> titles.putIfAbsent(theme, digest.title()));
        }
        return titles;
    }

    private Map<Long, Map<String, List<Move>>> moves(
            Handle handle, Comparison comparison, List<Plot> plots, boolean geometry) {
        List<Long> ids = plots.stream().map(Plot::id).toList();
        Map<Long, Map<String, List<Move>>> byParcel = new HashMap<>();
        for (String theme : comparison.themes()) {
            List<Move> found = comparison.still().contains(theme)
                    ? store.listStill(handle, comparison, theme, ids)
                    : store.listMoves(handle, comparison, theme, ids, geometry);
            for (Move move : found) {
                byParcel.computeIfAbsent(move.parcel(), id -> new LinkedHashMap<>())
                        .computeIfAbsent(theme, code -> new ArrayList<>())
                        .add(move);
            }
        }
        return byParcel;
    }

    /** Returns the moves of some parcels with their geometry, by parcel and theme. */
    Map<Long, Map<String, List<Move>>> listPieces(Comparison comparison, List<Plot> plots) {
        return database.read(handle -> moves(handle, comparison, plots, true));
    }
}
