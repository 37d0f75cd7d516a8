/**
 * Indicators of a plan, year by year, against the targets that it sets: statements that ship with the program (sql/indicator), described
 * in {@code indicator/indicators.yaml}; names, sources and targets of a municipality are data.
 *
 * <pre>
 * IndicatorRoutes → IndicatorService → IndicatorStore
 *                              → TargetFile (a planner's sheet of targets)
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package co.lindero.indicator;
