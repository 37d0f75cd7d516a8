-- What an answer draws, as GeoJSON. Parameters: geometries (text[]: hexadecimal EWKB), srid (integer) of the GeoJSON; and what of
-- a footprint lies nearer than a distance to lines, the part that fails: footprint (hexadecimal EWKB; null where no strips are
-- asked for), lines (text[]: hexadecimal EWKB), strips (integer[]: the strip that each line belongs to, from 1), distances (double
-- precision[]: of each line, m). Strips are drawn with arcs up to 5 mm inside the true ones, which is enough to be seen; where
-- nothing would be left, with exact ones. Lines that meet end to end are made one: the caps of each would lie on those of the
-- next, which GEOS sorts out ten times slower.
-- Result: is_strip, n (the place of the geometry, from 1, or the number of the strip), geojson (null where nothing is left).
SELECT false AS is_strip, u.n, lindero.exact_geojson(u.geom, :srid) AS geojson
-- read once: the function is then a part of this statement and not one of its own for each geometry
FROM (SELECT CAST(u.geom AS geometry) AS geom, u.n
      FROM unnest(CAST(:geometries AS text[])) WITH ORDINALITY AS u (geom, n)
      OFFSET 0) u
UNION ALL
SELECT true, near.strip, lindero.exact_geojson(strip.geom, :srid)
FROM (SELECT u.strip, u.distance, f.geom AS footprint,
             CASE count(*) WHEN 1 THEN ST_Collect(l.geom) ELSE ST_LineMerge(ST_Collect(l.geom ORDER BY u.n)) END AS lines
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
CROSS JOIN LATERAL (
    SELECT CASE WHEN ST_IsEmpty(rough.geom)
                THEN ST_CollectionExtract(ST_Intersection(near.footprint, lindero.exact_buffer(near.lines, near.distance)), 3)
                ELSE rough.geom END AS geom
    OFFSET 0
) strip
ORDER BY is_strip, n;
