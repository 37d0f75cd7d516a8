-- Findings on numbers that come more than once: with different data an error, with several polygons a warning.
-- Parameters: none. Result: none; writes to finding.
INSERT INTO finding (level, code, fid, key, detail, place)
SELECT 'ERROR', 'duplicate-number', each.fid, r.number, jsonb_build_object('versions', d.versions), ST_PointOnSurface(r.geom)
FROM row r
JOIN (SELECT w.number, count(*) AS versions FROM row w GROUP BY w.number HAVING count(*) > 1) d ON d.number = r.number
CROSS JOIN LATERAL unnest(r.fids) AS each (fid)
UNION ALL
SELECT 'WARNING', 'several-geometries', r.fid, r.number, jsonb_build_object('records', r.records), ST_PointOnSurface(r.geom)
FROM row r
WHERE r.records > 1;
