package co.lindero.app;

import co.lindero.ingest.LoadOutcome;
import co.lindero.ingest.source.LoadKind;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.revision.CaseService;
import co.lindero.revision.ChangesQuestion;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a published table of norms, uses or activities changes of a plan that has golden cases: which cases are answered
 * otherwise than at the publication before, and on how many parcels norms or use regimes changed. Said beside the outcome of
 * the load, and kept as {@code effects.json} beside its report.
 */
final class RuleEffects {
    private static final String FILE = "effects.json";

    private final CommandContext context;
    private final Services services;

    RuleEffects(CommandContext context, Services services) {
        this.context = context;
        this.services = services;
    }

    /** A case at the publication before and at this one. */
    private record Compared(CaseService.Result before, CaseService.Result now) {
        boolean worse() {
            return before.passes() && !now.passes();
        }

        boolean changes() {
            return before.passes() != now.passes();
        }
    }

    /** Says what a load changed; returns whether a case fails that was answered as expected before. */
    boolean tell(LoadOutcome outcome, String municipality, String plan) {
        long publication = Objects.requireNonNull(outcome.publication());
        List<CaseService.Result> now = services.cases().run(municipality, plan, new KnownAt.Numbered(publication));
        if (now.isEmpty()) {
            return false;
        }
        List<CaseService.Result> before =
                services.cases().run(municipality, plan, new KnownAt.Numbered(publication - 1));
        List<Compared> cases = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            cases.add(new Compared(before.get(i), now.get(i)));
        }
        ObjectNode effects = JsonNodeFactory.instance.objectNode();
        effects.put("municipality", municipality).put("plan", plan);
        effects.put("publication", publication).put("before", publication - 1);
        cases.forEach(one -> effects.withArray("cases")
                .addObject()
                .put("name", one.now().name())
                .put("before", one.before().passes())
                .put("now", one.now().passes())
                .set("differences", Json.tree(one.now().differences())));
        tellCases(plan, cases);
        if (outcome.kind() == LoadKind.CIIU) {
            effects.putNull("changes");
            context.say(
                    "Predios: la tabla de actividades no se compara por predio; pregunte con «lindero uses».",
                    "Parcels: the table of activities is not compared by parcel; ask with \"lindero uses\".");
        } else {
            ObjectNode changes = services.changes()
                    .json(
                            new ChangesQuestion(municipality, plan, plan, null, publication, publication - 1),
                            null,
                            Integer.MAX_VALUE);
            effects.set("changes", changes);
            tellParcels(plan, changes);
        }
        keep(outcome.reports().resolve(FILE), effects, publication);
        return cases.stream().anyMatch(Compared::worse);
    }

    private void tellCases(String plan, List<Compared> cases) {
        long failing = cases.stream().filter(one -> !one.now().passes()).count();
        long failed = cases.stream().filter(one -> !one.before().passes()).count();
        context.say(
                String.format(
                        Locale.ROOT,
                        "Casos del plan %s: %d; no dan lo esperado %d, antes %d",
                        plan,
                        cases.size(),
                        failing,
                        failed),
                String.format(
                        Locale.ROOT,
                        "Cases of plan %s: %d; not as expected %d, before %d",
                        plan,
                        cases.size(),
                        failing,
                        failed));
        for (Compared one : cases) {
            if (one.worse()) {
                context.say(
                        "  ahora FALLA: " + one.now().name(),
                        "  now FAILS: " + one.now().name());
            } else if (one.changes()) {
                context.say(
                        "  ahora pasa: " + one.now().name(),
                        "  now passes: " + one.now().name());
            } else if (!one.now().passes()) {
                context.say(
                        "  sigue fallando: " + one.now().name(),
                        "  still fails: " + one.now().name());
            }
            one.now().differences().forEach(difference -> context.out().println("      " + difference));
        }
    }

    private void tellParcels(String plan, ObjectNode changes) {
        context.say(
                String.format(
                        Locale.ROOT,
                        "Predios en que cambian normas o usos del plan %s al %s: %d de %d",
                        plan,
                        changes.get("on").asText(),
                        changes.get("changedParcels").asInt(),
                        changes.get("parcels").asInt()),
                String.format(
                        Locale.ROOT,
                        "Parcels on which norms or uses of plan %s change on %s: %d of %d",
                        plan,
                        changes.get("on").asText(),
                        changes.get("changedParcels").asInt(),
                        changes.get("parcels").asInt()));
    }

    private void keep(Path file, ObjectNode effects, long publication) {
        try {
            Files.writeString(file, Json.pretty(effects));
        } catch (IOException e) {
            throw Problem.of(
                    ProblemType.ENVIRONMENT,
                    "La carga quedó publicada como " + publication + ", pero no se puede escribir " + file,
                    "The load is published as " + publication + ", but " + file + " cannot be written",
                    e);
        }
    }
}
