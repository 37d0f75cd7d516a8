/**
 * OGC CQL2 text (OGC 21-065r2) over a closed list of typed names: one grammar, one tree, two uses.
 *
 * <pre>
 * text + CqlNames --CqlText--> CqlExpression --CqlEvaluation--> CqlOutcome (three-valued, every leaf told)
 *                                            --CqlSql---------> CqlFragment (a condition with bind values)
 * </pre>
 *
 * Knows no norms, layers or tables: names, values and columns come from the caller. Nothing of a text is ever executed
 * or becomes part of a statement.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.cql;
