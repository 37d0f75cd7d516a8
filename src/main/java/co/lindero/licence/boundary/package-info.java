/**
 * The boundary of a site: cut where what lies outside it changes, and classed into fronts, sides and rear by the rules of
 * docs/quantities.md. Pure geometry on what the database holds: storage CRS, x = easting, y = northing, metres.
 */
@NullMarked
package co.lindero.licence.boundary;

import org.jspecify.annotations.NullMarked;
