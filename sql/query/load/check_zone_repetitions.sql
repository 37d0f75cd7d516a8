-- Findings on zones that come twice, all equal. Parameters: none. Result: none; writes to finding and drops them from row.
WITH dropped AS (
    DELETE FROM row r WHERE r.repetition > 1 RETURNING r.fid, r.code, r.geom
)
INSERT INTO finding (level, code, fid, key, place)
SELECT 'WARNING', 'repeated-zone', d.fid, d.code, ST_PointOnSurface(d.geom)
FROM dropped d;
