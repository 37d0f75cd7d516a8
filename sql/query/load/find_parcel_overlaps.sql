-- Pairs of parcels whose interiors meet, each once: table "overlap". A table of its own, since PostgreSQL finds rows in parallel
-- for CREATE TABLE but not for INSERT. Informal plots lie on formal ones by definition.
-- Parameters: none. Result: none. Relies on the index row_geom.
CREATE UNLOGGED TABLE overlap AS
SELECT a.fid, a.number, b.number AS other, ST_CollectionExtract(ST_Intersection(a.geom, b.geom), 3) AS geom
FROM row a
JOIN row b ON a.geom && b.geom AND a.number < b.number
WHERE (a.condition IS DISTINCT FROM 'Informal') = (b.condition IS DISTINCT FROM 'Informal')
  AND ST_Relate(a.geom, b.geom, '2********');
