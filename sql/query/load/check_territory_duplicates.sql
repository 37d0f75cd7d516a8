-- Findings on territory codes that come more than once in their kind. Parameters: none. Result: none; writes to finding.
INSERT INTO finding (level, code, fid, key, detail, place)
SELECT 'ERROR', 'duplicate-code', each.fid, r.code, jsonb_build_object('versions', d.versions), ST_PointOnSurface(r.geom)
FROM row r
JOIN (SELECT w.kind, w.code, count(*) AS versions FROM row w GROUP BY w.kind, w.code HAVING count(*) > 1) d
    ON d.code = r.code AND d.kind = r.kind
CROSS JOIN LATERAL unnest(r.fids) AS each (fid)
UNION ALL
SELECT 'WARNING', 'several-geometries', r.fid, r.code, jsonb_build_object('records', r.records), ST_PointOnSurface(r.geom)
FROM row r
WHERE r.records > 1;
