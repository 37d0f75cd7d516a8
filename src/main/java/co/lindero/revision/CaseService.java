package co.lindero.revision;

import co.lindero.activity.UsesQuestion;
import co.lindero.activity.UsesService;
import co.lindero.landuse.LandUseQuestion;
import co.lindero.landuse.LandUseService;
import co.lindero.plan.Plan;
import co.lindero.plan.PlanService;
import co.lindero.platform.db.Database;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps the golden cases of plans and asks them; a plan is adopted only where all of them are answered as expected. Thread-safe. */
public final class CaseService {
    private static final int ADOPTIONS = 5;

    private final Database database;
    private final PlanService plans;
    private final PublicationStore publications;
    private final LandUseService landUse;
    private final UsesService uses;
    private final CaseStore store = new CaseStore();

    public CaseService(Database database, PlanService plans, PublicationStore publications, LandUseService landUse) {
        this.database = database;
        this.plans = plans;
        this.publications = publications;
        this.landUse = landUse;
        this.uses = new UsesService(landUse);
    }

    /**
     * What came of a case.
     *
     * @param name the case
     * @param differences where the answer is not as expected; empty where it is
     */
    public record Result(String name, List<String> differences) {
        public Result {
            differences = List.copyOf(differences);
        }

        /** Tells whether the answer is as expected. */
        public boolean passes() {
            return differences.isEmpty();
        }
    }

    /**
     * Puts the cases of a file in place of those that a plan has; returns how many.
     *
     * @throws Problem {@code cases-invalid} or {@code plan-not-found}
     */
    public int replace(String municipality, String plan, Path file) {
        plans.get(municipality, plan);
        List<PlanCase> cases = CaseFile.read(file);
        database.write(handle -> publications.publish(
                handle,
                new PublicationStore.Subject("plan", municipality, "cases/" + plan),
                number -> store.replace(handle, municipality, plan, cases, number)));
        return cases.size();
    }

    /** Asks all cases of a plan, the plan answering as if in force; in the order of their file. */
    public List<Result> run(String municipality, String code) {
        return run(municipality, code, new KnownAt.Newest());
    }

    /** Asks the present cases of a plan of what was known at a publication. */
    public List<Result> run(String municipality, String code, KnownAt known) {
        Plan plan = plans.get(municipality, code);
        List<PlanCase> cases = database.read(handle -> store.list(handle, municipality, code));
        return cases.stream()
                .map(one -> new Result(one.name(), differences(plan, one, known)))
                .toList();
    }

    /**
     * Adopts a plan whose cases all pass, on the state on which they passed: what is published in between has them asked again.
     *
     * @throws Problem {@code cases-fail} with every case that does not, {@code publishing-busy} where others keep publishing, and
     *     those of {@link PlanService#adopt}
     */
    public Plan adopt(String municipality, String code, LocalDate from) {
        for (int i = 0; i < ADOPTIONS; i++) {
            Publication judged = database.read(handle -> publications.get(handle, new KnownAt.Newest()));
            requirePassing(code, run(municipality, code, new KnownAt.Numbered(judged.number())));
            Optional<Plan> adopted = plans.adopt(municipality, code, from, judged);
            if (adopted.isPresent()) {
                return adopted.get();
            }
        }
        throw Problem.of(
                        ProblemType.PUBLISHING_BUSY,
                        "Mientras se probaban los casos del plan " + code + " se publicó otra cosa, " + ADOPTIONS
                                + " veces",
                        "While the cases of plan " + code + " were asked something else was published, " + ADOPTIONS
                                + " times")
                .hint("Espere a que terminen las cargas y repita.", "Wait until the loads are done and repeat.");
    }

    private static void requirePassing(String code, List<Result> results) {
        List<Result> failed =
                results.stream().filter(result -> !result.passes()).toList();
        if (failed.isEmpty()) {
            return;
        }
        Problem problem = Problem.of(
                        ProblemType.CASES_FAIL,
                        failed.size() + " casos del plan " + code + " no dan lo esperado; no se adopta",
                        failed.size() + " cases of plan " + code + " are not answered as expected; not adopted")
                .hint(
                        "Corrija las normas o los casos; «lindero plan test " + code + "» los muestra.",
                        "Correct the norms or the cases; \"lindero plan test " + code + "\" shows them.");
        failed.forEach(result -> problem.fault(new Problem.Fault(
                "cases-fail",
                result.name() + ": " + String.join("; ", result.differences()),
                result.name() + ": " + String.join("; ", result.differences()),
                result.name())));
        throw problem;
    }

    /** A question that is refused is a difference too, not an end of the run. */
    private List<String> differences(Plan plan, PlanCase one, KnownAt known) {
        try {
            return Fragment.differences(one.expected(), answer(plan, one.question(), known));
        } catch (Problem problem) {
            return List.of(problem.type().code() + ": " + problem.detail(Language.ES));
        }
    }

    private JsonNode answer(Plan plan, PlanCase.Question asked, KnownAt known) {
        LocalDate first = plan.inForceFrom().isAfter(landUse.today()) ? plan.inForceFrom() : landUse.today();
        LandUseQuestion place = new LandUseQuestion(
                asked.parcel(),
                plan.municipality(),
                asked.on() == null ? first : asked.on(),
                known,
                plan.code(),
                false);
        Object answer = asked.isOnUse()
                ? uses.answer(new UsesQuestion(place, asked.ciiu(), asked.category(), asked.area()), Language.ES)
                : landUse.answer(place, Language.ES);
        return Json.read(Json.write(answer));
    }
}
