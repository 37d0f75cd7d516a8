package co.lindero.investment;

import co.lindero.plan.Plan;
import co.lindero.plan.PlanStore;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Judges the bank as a whole: order of importance, conflicts, movement. Each answer from one snapshot. Thread-safe. */
public final class ReviewService {
    private final ProjectService projects;
    private final PlanStore plans;
    private final PublicationStore publications;
    private final ReviewStore store = new ReviewStore();

    public ReviewService(ProjectService projects, PlanStore plans, PublicationStore publications) {
        this.projects = projects;
        this.plans = plans;
        this.publications = publications;
    }

    /**
     * An order of importance.
     *
     * @param criteria name of the criteria
     * @param stages stages that were ranked
     * @param projects the order; those without any input last, without position
     * @param moves what moved when weights were changed; null where none was
     */
    public record Order(
            String criteria,
            List<String> stages,
            List<Ranked> projects,
            @Nullable List<Move> moves,
            State state) {
        public Order {
            stages = List.copyOf(stages);
            projects = List.copyOf(projects);
        }
    }

    /**
     * Conflicts in the order of the projects.
     *
     * @param plan plan in force; null where there is none, and nothing is known of zones
     * @param draft draft that was compared; null where there is none
     */
    public record Conflicts(@Nullable String plan, @Nullable String draft, List<Conflict> conflicts, State state) {
        public Conflicts {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** What became of projects since an earlier publication. */
    public record Moved(Publication since, List<Movement> projects, State state) {
        public Moved {
            projects = List.copyOf(projects);
        }
    }

    /**
     * Ranks projects.
     *
     * @param yaml text of a criteria file; null for those that ship with Lindero
     * @param weights other weights to try, {@code criterion=weight}; empty for none
     * @throws Problem {@code criteria-invalid}
     */
    public Order rank(Moment moment, @Nullable String yaml, List<String> weights) {
        Criteria criteria = yaml == null ? Criteria.standard() : Criteria.parse(yaml);
        Map<String, BigDecimal> other = Criteria.weights(weights);
        Criteria tried = criteria.weighing(other);
        return projects.read(moment, (handle, state) -> {
            List<Ranked.Inputs> inputs = store.listMeasures(
                    handle, ProjectService.held(state), criteria.stages(), chain(handle, state, null));
            List<Ranked> before = Ranking.rank(criteria, inputs);
            List<Ranked> after = other.isEmpty() ? before : Ranking.rank(tried, inputs);
            return new Order(
                    criteria.name(),
                    criteria.stages(),
                    after,
                    other.isEmpty() ? null : Ranking.moves(before, after),
                    state);
        });
    }

    /**
     * Finds conflicts.
     *
     * @param draft code of the draft to compare; null for the municipality's only one, if there is one
     * @throws Problem {@code plan-not-found}
     */
    public Conflicts conflicts(Moment moment, @Nullable String draft) {
        return projects.read(moment, (handle, state) -> {
            List<String> chain = chain(handle, state, null);
            String compared = draft == null ? onlyDraft(handle, state) : draft;
            List<String> drafted = compared == null ? List.of() : chain(handle, state, compared);
            if (draft != null && drafted.isEmpty()) {
                throw Problem.of(
                                ProblemType.PLAN_NOT_FOUND,
                                "El municipio " + state.municipality() + " no tiene un plan " + draft,
                                "Municipality " + state.municipality() + " has no plan " + draft)
                        .hint("Vea los planes con «lindero plan list».", "See the plans with \"lindero plan list\".");
            }
            return new Conflicts(
                    chain.isEmpty() ? null : chain.get(0),
                    compared,
                    store.listConflicts(handle, ProjectService.held(state), chain, drafted),
                    state);
        });
    }

    private @Nullable String onlyDraft(Handle handle, State state) {
        List<String> drafts = plans
                .listPlans(handle, state.municipality(), state.known().number())
                .stream()
                .filter(plan -> !plan.isAdopted())
                .map(Plan::code)
                .toList();
        return drafts.size() == 1 ? drafts.get(0) : null;
    }

    private List<String> chain(Handle handle, State state, @Nullable String plan) {
        return plans.findChain(
                handle, state.municipality(), plan, state.on(), state.known().number());
    }

    /**
     * Tells what became of each project between two states of the bank.
     *
     * @param since publication, instant, or day (its end) from which
     */
    public Moved movement(Moment moment, KnownAt since) {
        return projects.read(moment, (handle, state) -> {
            Publication before = publications.get(handle, since);
            if (before.number() > state.known().number()) {
                throw Problem.of(
                                ProblemType.INVALID_PARAMETER,
                                "«from» (publicación " + before.number() + ") es posterior a «to» ("
                                        + state.known().number() + ")",
                                "\"from\" (publication " + before.number() + ") is later than \"to\" ("
                                        + state.known().number() + ")")
                        .with("parameter", "from")
                        .hint("Intercámbielos.", "Swap them.");
            }
            return new Moved(before, store.listMovement(handle, ProjectService.held(state), before.number()), state);
        });
    }

    /** Reads a publication, an instant, or a day, which means the last publication of that day. */
    public static KnownAt parse(String text, ZoneId zone) {
        try {
            LocalDate day = LocalDate.parse(text);
            return new KnownAt.AtInstant(
                    day.plusDays(1).atStartOfDay(zone).minusNanos(1_000).toInstant());
        } catch (DateTimeParseException e) {
            // no day: whatever else it is, the publications know it or say what is wrong
            return KnownAt.parse(text);
        }
    }
}
