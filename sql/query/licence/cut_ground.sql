-- Ground cut by a zone, without what is narrower than 1 cm. Parameters: ground, zone (hexadecimal EWKB of polygons).
-- Result: inside (boolean), geom (hexadecimal EWKB), planar_m2; a row for each side on which something is left, inside first.
SELECT side.inside, encode(ST_AsEWKB(left_over.geom), 'hex') AS geom, ST_Area(left_over.geom) AS planar_m2
FROM (SELECT CAST(:ground AS geometry) AS ground, CAST(:zone AS geometry) AS zone) g
CROSS JOIN LATERAL (
    VALUES (true, ST_Intersection(g.ground, g.zone)), (false, ST_Difference(g.ground, g.zone))
) side (inside, geom)
CROSS JOIN LATERAL (SELECT lindero.without_slivers(ST_CollectionExtract(side.geom, 3), 0.01) AS geom) left_over
WHERE left_over.geom IS NOT NULL AND NOT ST_IsEmpty(left_over.geom)
ORDER BY side.inside DESC;
