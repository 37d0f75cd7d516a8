package co.lindero.plan;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The plan that answers a question about a municipality: the one asked for, also a draft, else the one in force.
 *
 * @param plan the plan
 * @param chain its code and those of the plans that it inherits from, in that order
 */
public record PlanChoice(Plan plan, List<String> chain) {
    public PlanChoice {
        chain = List.copyOf(chain);
    }

    /**
     * Chooses.
     *
     * @param code code of the plan; null for the one in force
     * @throws Problem {@code plan-not-found} or {@code no-plan-in-force}
     */
    public static PlanChoice get(
            Handle handle, PlanStore plans, String municipality, @Nullable String code, LocalDate on, long at) {
        List<String> chain = plans.findChain(handle, municipality, code, on, at);
        List<Plan> known = plans.listPlans(handle, municipality, at);
        if (chain.isEmpty()) {
            throw absent(municipality, code, on, known);
        }
        return new PlanChoice(
                known.stream()
                        .filter(plan -> plan.code().equals(chain.get(0)))
                        .findFirst()
                        .orElseThrow(() -> absent(municipality, code, on, known)),
                chain);
    }

    private static Problem absent(String municipality, @Nullable String code, LocalDate on, List<Plan> known) {
        String codes = String.join(", ", known.stream().map(Plan::code).toList());
        if (code != null) {
            return Problem.of(
                            ProblemType.PLAN_NOT_FOUND,
                            "El municipio " + municipality + " no tiene un plan " + code,
                            "Municipality " + municipality + " has no plan " + code)
                    .hint("Planes: " + codes + ".", "Plans: " + codes + ".");
        }
        return Problem.of(
                        ProblemType.NO_PLAN_IN_FORCE,
                        "El " + on + " no regía ningún plan cargado del municipio " + municipality,
                        "No loaded plan of municipality " + municipality + " was in force on " + on)
                .hint(
                        "Planes cargados: " + (codes.isEmpty() ? "ninguno" : codes) + ".",
                        "Loaded plans: " + (codes.isEmpty() ? "none" : codes) + ".");
    }
}
