-- Findings on records of a project bank, each by itself. Parameters: municipality (text), numbers (text). Result: none; writes to
-- finding. Relies on project_line.
INSERT INTO finding (level, code, fid, key, detail, place)
SELECT v.level, v.code, r.fid, coalesce(l.code, r.code), v.detail, ST_PointOnSurface(ST_Envelope(r.geom))
FROM record r
JOIN project_line l ON l.fid = r.fid
CROSS JOIN LATERAL (
    SELECT 'ERROR' AS level, 'missing-value' AS code, jsonb_build_object('field', 'code') AS detail
    WHERE l.code IS NULL AND (r.code IS NULL OR lindero.digits_from(r.code) IS NOT NULL)
      AND (r.bpin IS NULL OR lindero.digits_from(r.bpin) IS NOT NULL)
    UNION ALL
    SELECT 'ERROR', 'digits-lost', jsonb_build_object('field', d.field, 'value', d.value)
    FROM (VALUES ('code', r.code), ('bpin', r.bpin), ('parcel', r.parcel), ('territory', r.territory)) AS d (field, value)
    WHERE d.value IS NOT NULL AND lindero.digits_from(d.value) IS NULL
    UNION ALL
    SELECT 'INFO', 'number-restored', jsonb_build_object('field', d.field, 'value', d.value, 'read', lindero.digits_from(d.value))
    FROM (VALUES ('code', r.code), ('bpin', r.bpin)) AS d (field, value)
    WHERE lindero.digits_from(d.value) <> d.value
    UNION ALL
    SELECT 'WARNING', 'bpin-malformed', jsonb_build_object('value', r.bpin, 'pattern', 'AAAA' || :municipality || '0000')
    WHERE r.bpin IS NOT NULL AND lindero.digits_from(r.bpin) IS NOT NULL
      AND coalesce(l.bpin, '') !~ ('^(19|20)\d\d' || :municipality || '\d{4}$')
    UNION ALL
    SELECT 'WARNING', 'missing-value', jsonb_build_object('field', 'stage')
    WHERE r.stage IS NULL
    UNION ALL
    SELECT 'ERROR', 'unmapped-value', jsonb_build_object('field', 'stage', 'value', r.stage)
    WHERE r.stage IS NOT NULL AND l.stage IS NULL
    UNION ALL
    SELECT 'ERROR', 'unmapped-value', jsonb_build_object('field', 'place_kind', 'value', r.place_kind)
    WHERE l.place_kind NOT IN ('obra', 'influencia')
    UNION ALL
    SELECT 'ERROR', 'unmapped-value', jsonb_build_object('field', 'place_precision', 'value', r.place_precision)
    WHERE l.place_precision NOT IN ('exacta', 'aproximada', 'indicativa')
    UNION ALL
    SELECT 'ERROR', 'impossible-date', jsonb_build_object('field', d.field, 'value', d.value)
    FROM (VALUES ('start_on', r.start_on), ('end_on', r.end_on), ('contract_start_on', r.contract_start_on),
                 ('contract_end_on', r.contract_end_on), ('viability_social_on', r.viability_social_on),
                 ('viability_economic_on', r.viability_economic_on), ('viability_technical_on', r.viability_technical_on),
                 ('viability_financial_on', r.viability_financial_on),
                 ('viability_environmental_on', r.viability_environmental_on)) AS d (field, value)
    WHERE d.value IS NOT NULL AND lindero.day_from(d.value) IS NULL
    UNION ALL
    SELECT 'ERROR', 'end-before-start', jsonb_build_object('field', d.field, 'start', d.since, 'end', d.until)
    FROM (VALUES ('end_on', l.start_on, l.end_on), ('contract_end_on', l.contract_start_on, l.contract_end_on)) AS d (field, since, until)
    WHERE d.until < d.since
    UNION ALL
    SELECT CASE WHEN a.amount >= CASE WHEN a.may_be_negative THEN -1e16 ELSE 0 END AND a.amount < 1e16 THEN 'INFO' ELSE 'ERROR' END,
           CASE WHEN a.amount IS NULL AND lindero.amount_is_ambiguous(a.value) THEN 'amount-ambiguous'
                WHEN a.amount IS NULL OR abs(a.amount) >= 1e16 THEN 'value-malformed'
                WHEN a.amount < 0 AND NOT a.may_be_negative THEN 'negative-amount' ELSE 'amount-read' END,
           jsonb_build_object('field', a.field, 'value', left(a.value, 80), 'read', a.amount)
    FROM (VALUES ('total', r.total, l.total, false), ('initial', r.initial, l.initial, false),
                 ('additions', r.additions, l.additions, true), ('final', r.final, l.final, false),
                 ('committed', r.committed, l.committed, false), ('obliged', r.obliged, l.obliged, false),
                 ('paid', r.paid, l.paid, false), ('contract_value', r.contract_value, l.contract_value, false)) AS a (field, value, amount, may_be_negative)
    -- an amount in the plain notation of machines needs no word
    WHERE a.value IS NOT NULL
      AND (a.amount IS NULL OR abs(a.amount) >= 1e16 OR (a.amount < 0 AND NOT a.may_be_negative)
           OR a.value !~ '^-?\d+(\.\d{1,2})?$')
    UNION ALL
    SELECT 'ERROR', 'negative-amount', jsonb_build_object('field', 'final', 'value', l.final)
    WHERE r.final IS NULL AND l.final < 0
    UNION ALL
    SELECT 'ERROR', 'percent-out-of-range', jsonb_build_object('field', 'physical_percent', 'value', l.physical_percent)
    WHERE l.physical_percent NOT BETWEEN 0 AND 100
    UNION ALL
    SELECT 'ERROR', 'value-malformed', jsonb_build_object('field', d.field, 'value', left(d.value, 80))
    FROM (VALUES ('physical_percent', r.physical_percent, lindero.percent_from(r.physical_percent) IS NOT NULL),
                 ('physical_share', r.physical_share, lindero.number_from(r.physical_share) IS NOT NULL),
                 ('year', r.year, l.year BETWEEN 1990 AND 2100 AND l.year = trunc(l.year)),
                 ('people_served', r.people_served, lindero.number_from(r.people_served) >= 0
                      AND lindero.number_from(r.people_served) = floor(lindero.number_from(r.people_served)))) AS d (field, value, sound)
    WHERE d.value IS NOT NULL AND d.sound IS NOT TRUE
    UNION ALL
    SELECT 'WARNING', 'execution-order', jsonb_build_object('field', d.field, 'value', d.more, 'other', d.other, 'otherValue', d.less)
    FROM (VALUES ('committed', l.committed, 'final', l.final), ('obliged', l.obliged, 'committed', l.committed),
                 ('paid', l.paid, 'obliged', l.obliged)) AS d (field, more, other, less)
    WHERE d.more > d.less
    UNION ALL
    SELECT 'WARNING', 'sum-differs', jsonb_build_object('field', 'final', 'value', l.final, 'sum', l.initial + coalesce(l.additions, 0))
    WHERE r.final IS NOT NULL AND abs(l.final - (l.initial + coalesce(l.additions, 0))) > 1
    UNION ALL
    SELECT 'WARNING', 'parcel-unknown', jsonb_build_object('parcel', r.parcel)
    WHERE l.parcel IS NOT NULL
      AND NOT EXISTS (SELECT FROM lindero.parcel p WHERE p.number = l.parcel AND p.municipality = :municipality AND p.pub_to IS NULL)
    UNION ALL
    SELECT 'ERROR', 'missing-value', jsonb_build_object('field', 'territory_kind')
    WHERE l.territory IS NOT NULL AND l.territory_kind IS NULL
    UNION ALL
    SELECT 'WARNING', 'territory-unknown', jsonb_build_object('kind', l.territory_kind, 'territory', r.territory)
    WHERE l.territory IS NOT NULL AND l.territory_kind IS NOT NULL
      AND NOT EXISTS (SELECT FROM lindero.territory t
                      WHERE t.municipality = :municipality AND t.kind = l.territory_kind AND t.code = l.territory AND t.pub_to IS NULL)
    UNION ALL
    SELECT 'ERROR', 'value-malformed', jsonb_build_object('field', 'place', 'value', left(coalesce(r.place, r.place_lon || ' ' || r.place_lat), 80))
    WHERE r.geom IS NULL AND (r.place IS NOT NULL OR (r.place_lon IS NOT NULL AND r.place_lat IS NOT NULL))
      AND NOT EXISTS (SELECT FROM finding f WHERE f.fid = r.fid AND f.code IN ('place-dropped', 'place-faulty'))
    UNION ALL
    SELECT 'ERROR', 'missing-value', jsonb_build_object('field', CASE WHEN r.place_lon IS NULL THEN 'place_lon' ELSE 'place_lat' END)
    WHERE (r.place_lon IS NULL) <> (r.place_lat IS NULL)
) v;
