/** Tests of the SQL itself: indexes, comments, constraints, and that no statement file lies idle. */
@org.jspecify.annotations.NullMarked
package co.lindero.sql;
