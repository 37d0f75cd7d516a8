-- Findings on zone records. Parameters: none. Result: none; writes to finding.
INSERT INTO finding (level, code, fid, key, detail, place)
SELECT v.level, v.code, r.fid, r.code, v.detail, ST_PointOnSurface(ST_Envelope(r.geom))
FROM record r
CROSS JOIN LATERAL (
    SELECT 'ERROR' AS level, 'missing-value' AS code, jsonb_build_object('field', 'code') AS detail
    WHERE r.code IS NULL
    UNION ALL
    SELECT 'ERROR', 'null-geometry', '{}'::jsonb
    WHERE r.geom IS NULL AND r.applies_to IS NULL
    UNION ALL
    SELECT 'WARNING', 'statement-with-geometry', jsonb_build_object('value', r.applies_to)
    WHERE r.geom IS NOT NULL AND r.applies_to IS NOT NULL
) v;
