package co.lindero.feature;

/**
 * One key of an order.
 *
 * @param property property
 * @param descending whether the greatest comes first
 */
record SortKey(Property property, boolean descending) {}
