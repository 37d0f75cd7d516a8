-- What of a footprint lies nearer than a distance to lines: the part that fails.
-- Parameters: footprint (hexadecimal EWKB), lines (text[]: hexadecimal EWKB), distance (double precision, m), srid (integer).
-- Result: one row; geojson, null where nothing does.
SELECT lindero.exact_geojson(
           ST_CollectionExtract(ST_Intersection(CAST(:footprint AS geometry), lindero.exact_buffer(l.geom, :distance)), 3),
           :srid) AS geojson
FROM (SELECT ST_Collect(CAST(u.geom AS geometry) ORDER BY u.n) AS geom
      FROM unnest(CAST(:lines AS text[])) WITH ORDINALITY AS u (geom, n)) l;
