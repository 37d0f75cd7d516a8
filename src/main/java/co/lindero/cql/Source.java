package co.lindero.cql;

/**
 * Where a part of an expression stands in its text.
 *
 * @param line first line is 1
 * @param column first column is 1, in code points
 * @param text the part as written
 */
record Source(int line, int column, String text) {}
