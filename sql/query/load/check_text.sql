-- Replacement characters in texts: bytes that were read in the wrong encoding somewhere before.
-- Parameters: none. Result: none; writes to finding.
INSERT INTO finding (level, code, fid, detail)
SELECT 'WARNING', 'replacement-character', r.fid,
       jsonb_build_object('text', left((SELECT v.value FROM jsonb_each_text(to_jsonb(r) - 'geom' - 'attributes' - 'unmapped' || r.attributes) v
                                        WHERE v.value LIKE '%' || U&'\FFFD' || '%' ORDER BY v.key LIMIT 1), 80))
FROM record r
WHERE (r.*)::text LIKE '%' || U&'\FFFD' || '%';
