-- Findings on where the records are: beyond the coordinates that the national projection can have, or away from the
-- municipality. The limit is that of the load itself where the load brings it.
-- Parameters: municipality (text), srid (int), own_limit (boolean: records of kind municipio are the limit).
-- Result: none; writes to finding.
WITH
limit_ground AS MATERIALIZED (
    SELECT ST_Union(t.geom) AS geom
    FROM lindero.territory t
    WHERE NOT :own_limit AND t.municipality = :municipality AND t.kind = 'municipio' AND t.pub_to IS NULL
),
near_limit AS MATERIALIZED (
    SELECT ST_Subdivide(l.geom, 128) AS geom FROM limit_ground l WHERE l.geom IS NOT NULL
),
outside AS MATERIALIZED (
    SELECT r.fid, r.geom
    FROM record r
    WHERE EXISTS (SELECT FROM near_limit) AND r.geom IS NOT NULL AND NOT ST_IsEmpty(r.geom)
      AND NOT EXISTS (SELECT FROM near_limit n WHERE n.geom && r.geom AND ST_Intersects(n.geom, r.geom))
)
INSERT INTO finding (level, code, fid, detail, place)
SELECT 'ERROR', 'outside-crs-domain', r.fid,
       jsonb_build_object('x', round(ST_XMin(r.geom)::numeric, 2), 'y', round(ST_YMin(r.geom)::numeric, 2)),
       ST_SetSRID(ST_MakePoint(ST_XMin(r.geom), ST_YMin(r.geom)), :srid)
FROM record r
-- domain of coordinates of the official INTERLIS models for EPSG:9377
WHERE :srid = 9377 AND NOT ST_IsEmpty(r.geom)
  AND (ST_XMin(r.geom) < 3681000 OR ST_XMax(r.geom) > 5700000 OR ST_YMin(r.geom) < 1080000 OR ST_YMax(r.geom) > 3310000)
UNION ALL
SELECT CASE WHEN d.metres > 1000 THEN 'ERROR' ELSE 'WARNING' END,
       CASE WHEN d.metres > 1000 THEN 'outside-municipality' ELSE 'beyond-limit' END, r.fid,
       jsonb_build_object('metres', round(d.metres::numeric, 1)), ST_PointOnSurface(r.geom)
FROM outside r
CROSS JOIN limit_ground l
CROSS JOIN LATERAL (SELECT ST_Distance(r.geom, l.geom) AS metres) d;
