-- What an answer draws, as GeoJSON. Parameters: geometries (text[]: hexadecimal EWKB), srid (integer) of the GeoJSON; and what of
-- a footprint lies nearer than a distance to lines, the part that fails: footprint (hexadecimal EWKB; null where no strips are
-- asked for), lines (text[]: hexadecimal EWKB), strips (integer[]: the strip that each line belongs to, from 1), distances (double
-- precision[]: of each line, m). Strips are drawn with arcs up to 5 mm inside the true ones, which is enough to be seen; where
-- nothing would be left, with exact ones.
-- Result: is_strip, n (the place of the geometry, from 1, or the number of the strip), geojson (null where nothing is left).
SELECT false AS is_strip, u.n, lindero.exact_geojson(CAST(u.geom AS geometry), :srid) AS geojson
FROM unnest(CAST(:geometries AS text[])) WITH ORDINALITY AS u (geom, n)
UNION ALL
SELECT true, near.strip,
       lindero.exact_geojson(
           CASE WHEN ST_IsEmpty(rough.geom)
                THEN ST_CollectionExtract(ST_Intersection(near.footprint, lindero.exact_buffer(near.lines, near.distance)), 3)
                ELSE rough.geom END, :srid)
FROM (SELECT u.strip, u.distance, f.geom AS footprint, ST_Collect(l.geom ORDER BY u.n) AS lines
      FROM (SELECT CAST(CAST(:footprint AS text) AS geometry) AS geom) f
      CROSS JOIN unnest(CAST(:lines AS text[]), CAST(:strips AS integer[]), CAST(:distances AS double precision[]))
          WITH ORDINALITY AS u (line, strip, distance, n)
      CROSS JOIN LATERAL (SELECT CAST(u.line AS geometry) AS geom) l
      WHERE ST_DWithin(f.geom, l.geom, u.distance)
      GROUP BY u.strip, u.distance, f.geom) near
CROSS JOIN LATERAL (
    SELECT ST_CollectionExtract(ST_Intersection(near.footprint, lindero.rough_buffer(near.lines, near.distance)), 3) AS geom
    OFFSET 0
) rough
ORDER BY is_strip, n;
