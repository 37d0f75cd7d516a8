/**
 * Grids of cells: where they lie, how they are kept, and how much of each lies in a polygon. Values only; knows no capability,
 * no database and no coordinate reference system.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.geo;
