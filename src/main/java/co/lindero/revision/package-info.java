/**
 * What a draft changes and whether it still answers as its golden cases say: two states of a plan, measured and judged side by
 * side. Geometry is compared in PostGIS, rules in Java; asks land-use answers and answers on uses, is asked by none of them.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.revision;
