package co.lindero.revision;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two states of a plan and the themes in which they can differ: by zones, or by what their rules say of them.
 *
 * @param before the state compared with
 * @param after the state asked about
 * @param themes codes of the themes to be looked at
 * @param still those of them that both states draw alike, so that only their rules can differ
 * @param keptPlan plan of a state whose kept parts are those of both, for the themes drawn alike; null where nothing kept is of either
 */
record Comparison(
        PlanState before,
        PlanState after,
        List<String> themes,
        Set<String> still,
        @Nullable String keptPlan) {}
