-- Findings on geometries that are not valid, each with the place and the reason.
-- Parameters: none. Result: none; writes to finding.
INSERT INTO finding (level, code, fid, detail, place)
SELECT 'ERROR', 'invalid-geometry', r.fid,
       jsonb_build_object('reason', (ST_IsValidDetail(r.geom)).reason), ST_SetSRID((ST_IsValidDetail(r.geom)).location, ST_SRID(r.geom))
FROM record r
WHERE r.geom IS NOT NULL AND NOT ST_IsValid(r.geom)
  -- what is empty or of another kind is told already; any other finding says nothing of validity
  AND NOT EXISTS (SELECT FROM finding f WHERE f.fid = r.fid AND f.code IN ('empty-geometry', 'wrong-geometry-type'));
