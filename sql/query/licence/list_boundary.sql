-- The classed boundary of a site. Parameters: site (hexadecimal EWKB), parcels (bigint[]), municipality (text),
-- onDay (date), at (bigint), reach (double precision, m), fronts (hexadecimal EWKB of points; null to find the fronts),
-- srid (integer) of the GeoJSON. Result: the pieces in the order of the boundary; docs/quantities.md says what the classes are.
SELECT c.part, c.ring, c.place, c.class, c.reason, c.run, c.front, c.length_m, c.normal, c.faces, c.several_fronts,
       encode(ST_AsEWKB(c.geom), 'hex') AS geom, lindero.exact_geojson(c.geom, :srid) AS geojson
FROM lindero.classed_boundary(CAST(:site AS geometry), :parcels, :municipality, CAST(:onDay AS date), :at, :reach,
                              CAST(:fronts AS geometry)) c
ORDER BY c.part, c.ring, c.place;
