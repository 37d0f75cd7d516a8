/**
 * Measures how fast Lindero is, always as a ratio to what the database does by itself in the same run, against the goals of
 * docs/benchmarks.md. Knows the capabilities it measures and no command line.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.bench;
