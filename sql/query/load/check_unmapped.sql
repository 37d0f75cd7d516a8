-- Findings on values that the mapping does not know. Of a target that must be known an error, else a warning.
-- Parameters: required (text[]). Result: none; writes to finding.
INSERT INTO finding (level, code, fid, detail, place)
SELECT CASE WHEN v.key = ANY (:required) THEN 'ERROR' ELSE 'WARNING' END, 'unmapped-value', r.fid,
       jsonb_build_object('field', v.key, 'value', v.value), ST_PointOnSurface(ST_Envelope(r.geom))
FROM record r
CROSS JOIN LATERAL jsonb_each_text(r.unmapped) v;
