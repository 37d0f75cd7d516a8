-- Days of a register of licences that are still to come: such a step has not been taken, and counts for nothing until then.
-- Parameters: today (text, legal day). Result: none; writes to finding.
INSERT INTO finding (level, code, fid, key, detail)
SELECT 'WARNING', 'date-in-future', r.fid, r.number, jsonb_build_object('field', d.field, 'value', d.day, 'today', CAST(:today AS date))
FROM record r
CROSS JOIN LATERAL (VALUES
    ('filed_on', lindero.day_from(r.filed_on)), ('observed_on', lindero.day_from(r.observed_on)),
    ('answered_on', lindero.day_from(r.answered_on)), ('decided_on', lindero.day_from(r.decided_on)),
    ('notified_on', lindero.day_from(r.notified_on)), ('final_on', lindero.day_from(r.final_on)),
    ('extension_final_on', lindero.day_from(r.extension_final_on))) AS d (field, day)
WHERE d.day > CAST(:today AS date);
