-- Findings on where the records are: beyond the coordinates that the national projection can have, or away from the
-- municipality, whose limit is in table "limit_piece".
-- Parameters: srid (int). Result: none; writes to finding. Relies on the index limit_piece_geom.
WITH outside AS MATERIALIZED (
    SELECT r.fid, r.geom
    FROM record r
    WHERE EXISTS (SELECT FROM limit_piece) AND r.geom IS NOT NULL AND NOT ST_IsEmpty(r.geom)
      AND NOT EXISTS (SELECT FROM limit_piece n WHERE ST_Intersects(n.geom, r.geom))
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
CROSS JOIN LATERAL (
    -- the nearest piece by the index; its distance is that of the limit
    SELECT ST_Distance(n.geom, r.geom) AS metres FROM limit_piece n ORDER BY n.geom <-> r.geom LIMIT 1
) d;
