-- Keeps aside the records with errors. Parameters: pub (bigint). Result: none; the number of rows is that of the records.
INSERT INTO lindero.quarantined_record (publication, record, findings, attributes, geom)
SELECT :pub, r.fid::text, f.findings,
       jsonb_strip_nulls(to_jsonb(r) - 'fid' - 'geom' - 'unmapped' - 'attributes') || r.attributes, r.geom
FROM record r
JOIN (SELECT e.fid, jsonb_agg(jsonb_build_object('level', e.level, 'code', e.code, 'detail', e.detail)) AS findings
      FROM finding e
      WHERE e.level = 'ERROR' AND e.fid IS NOT NULL
      GROUP BY e.fid) f ON f.fid = r.fid;
