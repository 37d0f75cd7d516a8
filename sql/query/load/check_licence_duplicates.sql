-- Findings on file numbers that come with different data. Parameters: none. Result: none; writes to finding.
INSERT INTO finding (level, code, fid, key, detail)
SELECT 'ERROR', 'duplicate-file-number', r.fid, r.number, jsonb_build_object('versions', d.versions)
FROM row r
JOIN (SELECT i.number, count(*) AS versions FROM row i GROUP BY i.number HAVING count(*) > 1) d ON d.number = r.number;
