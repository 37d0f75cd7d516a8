-- Findings on rows that come twice, equal in everything: the first stays, the others are dropped from row; and on rows that
-- say the same for other days that overlap. Parameters: none. Result: none; writes to finding.
WITH twice AS (
    SELECT r.ctid AS place, r.fid,
           first_value(r.fid) OVER (PARTITION BY r.content_hash, r.valid ORDER BY r.fid, r.part) AS other,
           row_number() OVER (PARTITION BY r.content_hash, r.valid ORDER BY r.fid, r.part) AS n
    FROM row r
),
dropped AS (
    DELETE FROM row r USING twice t WHERE r.ctid = t.place AND t.n > 1 RETURNING t.fid, t.other
)
INSERT INTO finding (level, code, fid, detail)
SELECT 'WARNING', 'repeated-row', d.fid, jsonb_build_object('other', d.other)
FROM dropped d
UNION ALL
SELECT DISTINCT 'ERROR', 'repeated-days', a.fid, jsonb_build_object('other', b.fid)
FROM row a
JOIN row b ON b.content_hash = a.content_hash AND b.valid && a.valid AND b.valid <> a.valid;
