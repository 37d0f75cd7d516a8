-- What of a footprint lies nearer than a distance to lines: the part that fails. Drawn with arcs up to 0.5 mm inside the true
-- ones, which is enough to be seen; where nothing would be left, with exact ones.
-- Parameters: footprint (hexadecimal EWKB), lines (text[]: hexadecimal EWKB), distance (double precision, m), srid (integer).
-- Result: one row; geojson, null where nothing does.
SELECT lindero.exact_geojson(
           CASE WHEN ST_IsEmpty(rough.geom)
                THEN ST_CollectionExtract(ST_Intersection(near.footprint, lindero.exact_buffer(near.lines, :distance)), 3)
                ELSE rough.geom END, :srid) AS geojson
FROM (SELECT f.geom AS footprint, ST_Collect(l.geom ORDER BY u.n) AS lines
      FROM (SELECT CAST(:footprint AS geometry) AS geom) f
      CROSS JOIN unnest(CAST(:lines AS text[])) WITH ORDINALITY AS u (geom, n)
      CROSS JOIN LATERAL (SELECT CAST(u.geom AS geometry) AS geom) l
      WHERE ST_DWithin(f.geom, l.geom, :distance)
      GROUP BY f.geom) near
CROSS JOIN LATERAL (
    SELECT ST_CollectionExtract(ST_Intersection(near.footprint, lindero.rough_buffer(near.lines, :distance)), 3) AS geom
    OFFSET 0
) rough;
