/**
 * What can go wrong, as a closed catalogue. Knows nothing of HTTP, SQL or the domain.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.platform.problem;
