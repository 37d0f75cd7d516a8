-- Findings on zones of hazard whose level is not one that is recognised: what the attribute states, else the code. Zones that risk
-- that cannot be mitigated, and statements that nothing exists, need none. They stay published with their level not stated.
-- Parameters: zoning (boolean: the theme is hazard zoning, where a zone without any level is told too). Result: none; writes to finding.
INSERT INTO finding (level, code, fid, key, detail, place)
SELECT 'WARNING', 'level-unrecognised', r.fid, r.code, jsonb_build_object('value', coalesce(s.stated, r.code)),
       ST_PointOnSurface(ST_Envelope(r.geom))
FROM row r
CROSS JOIN LATERAL (
    SELECT lindero.zone_attribute(r.attributes, '{level,nivel,categoria_amenaza,categoria_riesgo}') AS stated OFFSET 0
) s
WHERE lindero.zone_rank(r.code, r.attributes) = 0 AND (s.stated IS NOT NULL OR :zoning)
  AND lower(r.code) NOT IN ('no_existe', 'no_aplica', 'ninguno', 'none', 'not_applicable')
  AND lindero.zone_mitigable(r.code, r.label, r.attributes) IS DISTINCT FROM false;
