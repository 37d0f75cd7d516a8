-- Findings on the records of a register of licences. Parcels that the cadastre does not know are kept, and listed.
-- Parameters: municipality (text), numbers (text: npn or free). Result: none; writes to finding.
WITH
typed AS MATERIALIZED (
    SELECT r.*, lindero.licence_classes(r.class) AS class_codes, lindero.licence_status(r.status) AS status_code,
           lindero.words_of(r.modalities) AS modality_words,
           ARRAY(SELECT regexp_replace(w.word, '[\s.\-]', '', 'g') FROM unnest(lindero.words_of(r.parcels)) AS w (word)) AS parcel_numbers
    FROM record r
),
day AS MATERIALIZED (
    SELECT t.fid, t.number, d.place, d.field, d.value, lindero.day_from(d.value) AS day
    FROM typed t
    CROSS JOIN LATERAL (VALUES
        (1, 'filed_on', t.filed_on), (2, 'observed_on', t.observed_on), (3, 'answered_on', t.answered_on),
        (4, 'decided_on', t.decided_on), (5, 'notified_on', t.notified_on), (6, 'final_on', t.final_on),
        (7, 'extension_final_on', t.extension_final_on)) AS d (place, field, value)
    WHERE d.value IS NOT NULL
),
before AS (
    SELECT d.*, lag(d.field) OVER w AS other, lag(d.day) OVER w AS other_day
    FROM day d
    WHERE d.day IS NOT NULL
    WINDOW w AS (PARTITION BY d.fid ORDER BY d.place)
)
INSERT INTO finding (level, code, fid, key, detail)
SELECT v.level, v.code, t.fid, t.number, v.detail
FROM typed t
CROSS JOIN LATERAL (
    SELECT 'ERROR' AS level, 'missing-value' AS code, jsonb_build_object('field', m.field) AS detail
    FROM (VALUES ('number', t.number), ('class', t.class), ('status', t.status), ('filed_on', t.filed_on)) AS m (field, value)
    WHERE m.value IS NULL
    UNION ALL
    SELECT 'ERROR', 'licence-class-unknown', jsonb_build_object('value', t.class)
    WHERE t.class IS NOT NULL AND (t.class_codes IS NULL OR array_position(t.class_codes, NULL) IS NOT NULL)
    UNION ALL
    SELECT 'ERROR', 'licence-status-unknown', jsonb_build_object('value', t.status)
    WHERE t.status IS NOT NULL AND t.status_code IS NULL
    UNION ALL
    SELECT 'ERROR', 'licence-modality-unknown', jsonb_build_object('value', w.word, 'class', array_to_string(t.class_codes, ', '))
    FROM unnest(t.modality_words) AS w (word)
    WHERE array_position(t.class_codes, NULL) IS NULL
      AND NOT EXISTS (SELECT FROM unnest(t.class_codes) AS c (class) WHERE lindero.licence_modality(c.class, w.word) IS NOT NULL)
    UNION ALL
    SELECT 'WARNING', 'missing-value', jsonb_build_object('field', 'modalities')
    WHERE t.modality_words = '{}'
    UNION ALL
    SELECT 'WARNING', 'file-number-malformed', jsonb_build_object('value', t.number, 'pattern', :municipality || '-0-AA-CCCC')
    WHERE t.number IS NOT NULL AND t.number !~ ('^' || :municipality || '-0-\d{2}-\d{4}$')
    UNION ALL
    SELECT 'WARNING', 'missing-value', jsonb_build_object('field', 'parcels')
    WHERE t.parcel_numbers = '{}' AND t.geom IS NULL
    UNION ALL
    SELECT 'WARNING', 'parcel-unknown', jsonb_build_object('parcel', n.number)
    FROM unnest(t.parcel_numbers) AS n (number)
    WHERE NOT EXISTS (SELECT FROM lindero.parcel p
                      WHERE p.number = n.number AND p.municipality = :municipality AND p.pub_to IS NULL)
    UNION ALL
    SELECT 'WARNING', 'missing-value', jsonb_build_object('field', 'final_on')
    WHERE t.status_code = 'en_firme' AND t.final_on IS NULL
    UNION ALL
    SELECT 'ERROR', 'value-malformed', jsonb_build_object('field', q.field, 'value', q.value)
    FROM (VALUES ('area_m2', t.area_m2, 1e9, false), ('dwellings', t.dwellings, 100000, true), ('floors', t.floors, 300, true))
         AS q (field, value, most, whole)
    WHERE q.value IS NOT NULL
      AND (coalesce(lindero.number_from(q.value), -1) NOT BETWEEN 0 AND q.most
           OR (q.whole AND lindero.number_from(q.value) <> floor(lindero.number_from(q.value))))
) v
UNION ALL
SELECT 'ERROR', 'impossible-date', d.fid, d.number, jsonb_build_object('field', d.field, 'value', d.value)
FROM day d
WHERE d.day IS NULL
UNION ALL
SELECT 'ERROR', 'dates-out-of-order', b.fid, b.number,
       jsonb_build_object('field', b.field, 'value', b.day, 'other', b.other, 'otherValue', b.other_day)
FROM before b
WHERE b.day < b.other_day;
