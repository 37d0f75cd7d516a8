/**
 * Rows of the planner's tables of norms, uses and activities: texts of cells become figures, days and words of the closed
 * lists, or findings that name the row and the column. Knows the vocabulary of norms; knows no file and no database.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.ingest.rule;
