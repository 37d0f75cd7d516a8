package co.lindero.feature;

import java.util.Map;

/**
 * A condition on a collection's rows: an expression over the source's aliases with named values.
 *
 * @param sql expression
 * @param arguments values by name, of names that no other condition of the request uses
 */
public record RowCondition(String sql, Map<String, Object> arguments) {}
