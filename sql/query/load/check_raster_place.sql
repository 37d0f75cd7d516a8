-- Where a raster lies: zones of it that do not meet the municipality are left out and counted, since rasters are rectangles;
-- where none of its values lies in the municipality it is of another place. Reads "limit_piece", empty where the limit is not known.
-- Parameters: none. Result: none; writes to finding, takes from record.
WITH beyond AS (
    DELETE FROM record r
    WHERE EXISTS (SELECT FROM limit_piece) AND NOT EXISTS (SELECT FROM limit_piece n WHERE ST_Intersects(n.geom, r.geom))
    RETURNING r.fid
)
INSERT INTO finding (level, code, detail)
SELECT 'INFO', 'raster-beyond-limit', jsonb_build_object('zones', count(*))
FROM beyond
HAVING count(*) > 0
UNION ALL
SELECT 'ERROR', 'raster-of-another-place', jsonb_build_object('metres', round(d.metres::numeric, 1))
FROM ground g
CROSS JOIN LATERAL (SELECT min(ST_Distance(n.geom, g.geom)) AS metres FROM limit_piece n) d
WHERE d.metres > 0;
