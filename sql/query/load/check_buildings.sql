-- Findings on building records. Parameters: municipality (text), numbers (text). Result: none; writes to finding.
INSERT INTO finding (level, code, fid, key, detail, place)
SELECT v.level, v.code, r.fid, r.number, v.detail, ST_PointOnSurface(ST_Envelope(r.geom))
FROM record r
CROSS JOIN LATERAL (
    SELECT 'ERROR' AS level, 'value-malformed' AS code, jsonb_build_object('field', 'floors', 'value', r.floors) AS detail
    WHERE r.floors IS NOT NULL
      AND (coalesce(lindero.number_from(r.floors), -1) NOT BETWEEN 0 AND 300
           OR lindero.number_from(r.floors) <> floor(lindero.number_from(r.floors)))
    UNION ALL
    SELECT 'ERROR', 'value-malformed', jsonb_build_object('field', 'built_area_m2', 'value', r.built_area_m2)
    WHERE r.built_area_m2 IS NOT NULL AND coalesce(lindero.number_from(r.built_area_m2), -1) < 0
    UNION ALL
    SELECT 'WARNING', 'value-malformed', jsonb_build_object('field', 'year', 'value', r.year)
    WHERE r.year IS NOT NULL AND coalesce(lindero.number_from(r.year), 0) NOT BETWEEN 1500 AND 2500
    UNION ALL
    SELECT 'WARNING', 'null-geometry', '{}'::jsonb
    WHERE r.geom IS NULL
    UNION ALL
    SELECT 'WARNING', 'parcel-unknown', jsonb_build_object('parcel', r.parcel)
    WHERE r.parcel IS NOT NULL
      AND NOT EXISTS (SELECT FROM lindero.parcel p
                      WHERE p.number = regexp_replace(r.parcel, '[\s.\-]', '', 'g') AND p.municipality = :municipality
                        AND p.pub_to IS NULL)
) v;
