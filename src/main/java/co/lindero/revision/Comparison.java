package co.lindero.revision;

import java.util.List;

/**
 * Two states of a plan and the themes in which they can differ: by zones, or by what their rules say of them.
 *
 * @param before the state compared with
 * @param after the state asked about
 * @param themes codes of the themes to be measured
 */
record Comparison(PlanState before, PlanState after, List<String> themes) {}
