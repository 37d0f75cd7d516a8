-- Findings on territory records. Parameters: municipality (text), numbers (text). Result: none; writes to finding.
INSERT INTO finding (level, code, fid, key, detail, place)
SELECT v.level, v.code, r.fid, r.code, v.detail, ST_PointOnSurface(ST_Envelope(r.geom))
FROM record r
CROSS JOIN LATERAL (
    SELECT 'ERROR' AS level, 'missing-value' AS code, jsonb_build_object('field', 'code') AS detail
    WHERE r.code IS NULL
    UNION ALL
    SELECT 'ERROR', 'missing-value', jsonb_build_object('field', 'kind')
    WHERE r.kind IS NULL
    UNION ALL
    SELECT 'ERROR', 'unmapped-value', jsonb_build_object('field', 'kind', 'value', r.kind)
    WHERE lower(r.kind) NOT IN ('municipio', 'cabecera', 'corregimiento', 'centro_poblado', 'vereda', 'barrio', 'manzana')
    UNION ALL
    -- the limit of another municipality would widen that of this one
    SELECT 'ERROR', 'territory-of-another-municipality', jsonb_build_object('value', r.code, 'municipality', :municipality)
    WHERE :numbers = 'npn' AND lower(r.kind) = 'municipio' AND r.code <> :municipality
    UNION ALL
    SELECT 'ERROR', 'value-malformed', jsonb_build_object('field', 'population', 'value', r.population)
    WHERE r.population IS NOT NULL AND coalesce(lindero.number_from(r.population), -1) NOT BETWEEN 0 AND 1e10
    UNION ALL
    SELECT 'WARNING', 'null-geometry', '{}'::jsonb
    WHERE r.geom IS NULL
) v;
