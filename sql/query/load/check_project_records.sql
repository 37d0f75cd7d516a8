-- Findings on what the records of a project say together, and on what was known of it before.
-- Parameters: municipality (text). Result: none; writes to finding. Relies on project_line and row.
WITH
-- only projects of several records can contradict themselves
several AS MATERIALIZED (
    SELECT l.* FROM project_line l
    WHERE l.code IN (SELECT w.code FROM project_line w GROUP BY w.code HAVING count(*) > 1)
),
said AS (
    SELECT s.code, s.fid, f.field, f.value
    FROM several s
    CROSS JOIN LATERAL (VALUES
        ('bpin', s.bpin), ('name', s.name), ('purpose', s.purpose), ('axis', s.axis), ('programme', s.programme),
        ('product', s.product), ('indicator', s.indicator), ('office', s.office), ('stage', s.stage), ('start_on', s.start_on::text),
        ('end_on', s.end_on::text), ('people_served', s.people_served::text), ('land_classes', s.land_classes::text),
        ('total', s.total::text), ('viability', nullif(s.viability, '{}')::text)) AS f (field, value)
    WHERE f.value IS NOT NULL
),
contradiction AS (
    SELECT a.code, a.field, string_agg(DISTINCT left(a.value, 60), ' / ' ORDER BY left(a.value, 60)) AS values
    FROM said a
    GROUP BY a.code, a.field
    HAVING count(DISTINCT a.value) > 1
),
amount AS (
    SELECT s.code, concat_ws(' ', f.field, s.year, s.source, s.work) AS field, array_agg(s.fid) AS fids,
           string_agg(DISTINCT f.value::text, ' / ') AS values
    FROM several s
    CROSS JOIN LATERAL (VALUES ('initial', s.initial), ('additions', s.additions), ('final', s.final), ('committed', s.committed),
                               ('obliged', s.obliged), ('paid', s.paid), ('physical_percent', s.physical_percent)) AS f (field, value)
    WHERE f.value IS NOT NULL
    GROUP BY s.code, f.field, s.year, s.source, s.work
    HAVING count(DISTINCT f.value) > 1
)
INSERT INTO finding (level, code, fid, key, detail)
SELECT 'ERROR', 'contradiction', s.fid, c.code, jsonb_build_object('field', c.field, 'values', c.values)
FROM contradiction c
JOIN said s ON s.code = c.code AND s.field = c.field
UNION ALL
SELECT 'ERROR', 'contradiction', e.fid, a.code, jsonb_build_object('field', a.field, 'values', a.values)
FROM amount a
CROSS JOIN LATERAL unnest(a.fids) AS e (fid)
UNION ALL
-- more than this database has room for, and than there is money
SELECT 'ERROR', 'value-malformed', r.fid, r.code, jsonb_build_object('field', f.field, 'value', f.value)
FROM row r
CROSS JOIN LATERAL (VALUES ('final', r.planned), ('committed', r.committed), ('obliged', r.obliged), ('paid', r.paid)) AS f (field, value)
WHERE f.value >= 1e16
UNION ALL
SELECT 'WARNING', 'sum-differs', r.fid, r.code,
       jsonb_build_object('field', 'total', 'value', r.declared_total, 'sum', r.planned)
FROM row r
WHERE abs(r.declared_total - r.planned) > 1
UNION ALL
SELECT 'WARNING', 'missing-value', r.fid, r.code, jsonb_build_object('field', 'name')
FROM row r
WHERE r.name IS NULL
UNION ALL
SELECT 'INFO', 'amount-counted-once', min(s.fid), s.code, jsonb_build_object('field', concat_ws(' ', s.year, s.source, s.work), 'records', count(*))
FROM several s
WHERE s.final IS NOT NULL
GROUP BY s.code, s.year, s.source, s.work, s.initial, s.additions, s.final, s.committed, s.obliged, s.paid, s.physical_percent
HAVING count(*) > 1
UNION ALL
SELECT 'INFO', 'without-place', r.fid, r.code, '{}'
FROM row r
WHERE r.places = '[]'
UNION ALL
SELECT 'WARNING', 'stage-backwards', r.fid, r.code, jsonb_build_object('field', 'stage', 'from', h.stage, 'to', r.stage)
FROM row r
JOIN lindero.project h ON h.municipality = :municipality AND h.code = r.code AND h.pub_to IS NULL AND upper_inf(h.valid)
WHERE lindero.stage_order(r.stage) < lindero.stage_order(h.stage)
UNION ALL
SELECT 'WARNING', 'bpin-shared', r.fid, r.code, jsonb_build_object('value', r.bpin, 'projects', s.projects)
FROM row r
JOIN (SELECT w.bpin, count(*) AS projects FROM row w GROUP BY w.bpin HAVING count(*) > 1) s ON s.bpin = r.bpin;
-- one faulty record makes the project faulty, whichever of its records it is
INSERT INTO finding (level, code, fid, key, detail)
SELECT 'ERROR', 'project-incomplete', l.fid, l.code, jsonb_build_object('record', min(b.fid))
FROM project_line l
JOIN project_line b ON b.code = l.code
WHERE EXISTS (SELECT FROM finding f WHERE f.fid = b.fid AND f.level = 'ERROR')
  AND NOT EXISTS (SELECT FROM finding f WHERE f.fid = l.fid AND f.level = 'ERROR')
GROUP BY l.fid, l.code;
