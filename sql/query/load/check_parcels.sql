-- Findings on parcel records: number, condition, areas and missing geometry.
-- Parameters: municipality (text), numbers (text: npn or free). Result: none; writes to finding.
WITH clean AS MATERIALIZED (
    SELECT r.fid, r.number AS as_read, regexp_replace(r.number, '[\s.\-]', '', 'g') AS number,
           regexp_replace(r.previous_number, '[\s.\-]', '', 'g') AS previous_number, upper(r.nupre) AS nupre,
           r.registered_area_m2, r.geom
    FROM record r
),
-- most records are sound, which one look tells; what is wrong with the others is asked below, question by question
suspect AS MATERIALIZED (
    SELECT c.*
    FROM clean c
    WHERE (c.geom IS NOT NULL
           AND CASE :numbers WHEN 'npn' THEN c.number ~ '^[0-9]{30}$' AND left(c.number, 5) = :municipality
                                             AND lindero.property_condition(c.number) IS NOT NULL
                                             AND (c.previous_number IS NULL OR c.previous_number ~ '^[0-9]{20}$')
                             ELSE length(c.number) <= 64 END
           AND (c.nupre IS NULL OR c.nupre ~ '^[A-Z0-9]{11}$')
           AND (c.registered_area_m2 IS NULL OR lindero.number_from(c.registered_area_m2) >= 0)) IS NOT TRUE
)
INSERT INTO finding (level, code, fid, key, detail, place)
SELECT v.level, v.code, c.fid, c.as_read, v.detail, ST_PointOnSurface(ST_Envelope(c.geom))
FROM suspect c
CROSS JOIN LATERAL (
    SELECT 'ERROR' AS level, 'missing-value' AS code, jsonb_build_object('field', 'number') AS detail
    WHERE nullif(c.number, '') IS NULL
    UNION ALL
    SELECT 'ERROR', 'number-malformed', jsonb_build_object('value', c.as_read, 'length', length(c.number))
    WHERE :numbers = 'npn' AND c.number <> '' AND c.number !~ '^[0-9]{30}$'
    UNION ALL
    SELECT 'ERROR', 'number-malformed', jsonb_build_object('value', left(c.as_read, 80), 'length', length(c.number))
    WHERE :numbers = 'free' AND length(c.number) > 64
    UNION ALL
    SELECT 'ERROR', 'number-of-another-municipality', jsonb_build_object('value', c.as_read, 'municipality', :municipality)
    WHERE :numbers = 'npn' AND c.number ~ '^[0-9]{30}$' AND left(c.number, 5) <> :municipality
    UNION ALL
    SELECT 'ERROR', 'property-condition-impossible', jsonb_build_object('value', substr(c.number, 22, 1))
    WHERE :numbers = 'npn' AND c.number ~ '^[0-9]{30}$' AND lindero.property_condition(c.number) IS NULL
    UNION ALL
    SELECT 'WARNING', 'previous-number-malformed', jsonb_build_object('value', c.previous_number)
    WHERE :numbers = 'npn' AND c.previous_number !~ '^[0-9]{20}$'
    UNION ALL
    SELECT 'WARNING', 'nupre-malformed', jsonb_build_object('value', c.nupre)
    WHERE c.nupre !~ '^[A-Z0-9]{11}$'
    UNION ALL
    SELECT 'ERROR', 'value-malformed', jsonb_build_object('field', 'registered_area_m2', 'value', c.registered_area_m2)
    WHERE c.registered_area_m2 IS NOT NULL AND coalesce(lindero.number_from(c.registered_area_m2), -1) < 0
    UNION ALL
    -- units of horizontal property, condominium or cemetery may have no plot of their own
    SELECT 'ERROR', 'null-geometry', '{}'::jsonb
    WHERE c.geom IS NULL
      AND NOT (:numbers = 'npn' AND c.number ~ '^[0-9]{21}[789]' AND substr(c.number, 23) <> '00000000')
) v;
