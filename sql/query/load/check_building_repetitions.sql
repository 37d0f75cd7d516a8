-- Findings on buildings that come twice, all equal. Parameters: none. Result: none; writes to finding and drops them from row.
WITH dropped AS (
    DELETE FROM row r WHERE r.repetition > 1 RETURNING r.fid, r.number, r.geom
)
INSERT INTO finding (level, code, fid, key, place)
SELECT 'WARNING', 'repeated-building', d.fid, d.number, ST_PointOnSurface(d.geom)
FROM dropped d;
