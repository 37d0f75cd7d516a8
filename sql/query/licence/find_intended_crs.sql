-- What a geometry that does not lie on the site was probably meant to be.
-- Parameters: geojson (text), srid (integer, as said), site (hexadecimal EWKB), candidates (integer[]).
-- Result: at most one row, the likeliest: swapped (true where x and y are exchanged) and the srid under which the geometry
-- does lie on the site.
SELECT c.srid, s.swapped
FROM unnest(CAST(:candidates AS integer[])) WITH ORDINALITY AS c (srid, n)
CROSS JOIN (VALUES (false), (true)) AS s (swapped)
CROSS JOIN LATERAL (
    SELECT lindero.try_transform(
               ST_SetSRID(CASE WHEN s.swapped THEN ST_FlipCoordinates(ST_GeomFromGeoJSON(:geojson))
                               ELSE ST_GeomFromGeoJSON(:geojson) END, c.srid), ST_SRID(CAST(:site AS geometry))) AS geom
) tried
WHERE tried.geom IS NOT NULL AND ST_Intersects(ST_MakeValid(tried.geom), CAST(:site AS geometry))
ORDER BY c.srid <> :srid, s.swapped, c.n
LIMIT 1;
