-- Records of a project bank, typed once: table "project_line". A value that cannot be read is null here and told as a finding.
-- Parameters: none. Result: none. Relies on record (columns of the targets as text).
-- Amounts first and apart: the server keeps 32 patterns compiled, and one pass over everything needs more, again for each record.
CREATE UNLOGGED TABLE written_amount AS
SELECT r.fid, lindero.amount_from(r.total) AS total, lindero.amount_from(r.initial) AS initial, lindero.amount_from(r.additions) AS additions,
       lindero.amount_from(r.final) AS final, lindero.amount_from(r.committed) AS committed, lindero.amount_from(r.obliged) AS obliged,
       lindero.amount_from(r.paid) AS paid, lindero.amount_from(r.contract_value) AS contract_value
FROM record r;
ANALYZE written_amount;
CREATE UNLOGGED TABLE project_line AS
SELECT r.fid, coalesce(lindero.digits_from(r.code), nullif(b.bpin, '')) AS code, nullif(b.bpin, '') AS bpin, r.name, r.purpose,
       r.axis, r.programme, r.product, r.indicator, r.office, lindero.project_stage(r.stage) AS stage,
       lindero.day_from(r.start_on) AS start_on, lindero.day_from(r.end_on) AS end_on,
       CASE WHEN lindero.number_from(r.people_served) BETWEEN 0 AND 1e12
            THEN lindero.number_from(r.people_served)::bigint END AS people_served,
       (SELECT array_agg(DISTINCT lindero.folded_value(c.word)) FROM regexp_split_to_table(r.land_classes, '[,;|/]') AS c (word)) AS land_classes,
       a.total,
       jsonb_strip_nulls(jsonb_build_object(
           'social', CASE WHEN num_nonnulls(r.viability_social, r.viability_social_by, r.viability_social_on) > 0 THEN
               jsonb_build_object('given', r.viability_social, 'by', r.viability_social_by, 'on', lindero.day_from(r.viability_social_on)) END,
           'economic', CASE WHEN num_nonnulls(r.viability_economic, r.viability_economic_by, r.viability_economic_on) > 0 THEN
               jsonb_build_object('given', r.viability_economic, 'by', r.viability_economic_by, 'on', lindero.day_from(r.viability_economic_on)) END,
           'technical', CASE WHEN num_nonnulls(r.viability_technical, r.viability_technical_by, r.viability_technical_on) > 0 THEN
               jsonb_build_object('given', r.viability_technical, 'by', r.viability_technical_by, 'on', lindero.day_from(r.viability_technical_on)) END,
           'financial', CASE WHEN num_nonnulls(r.viability_financial, r.viability_financial_by, r.viability_financial_on) > 0 THEN
               jsonb_build_object('given', r.viability_financial, 'by', r.viability_financial_by, 'on', lindero.day_from(r.viability_financial_on)) END,
           'environmental', CASE WHEN num_nonnulls(r.viability_environmental, r.viability_environmental_by, r.viability_environmental_on) > 0 THEN
               jsonb_build_object('given', r.viability_environmental, 'by', r.viability_environmental_by, 'on', lindero.day_from(r.viability_environmental_on)) END
       )) AS viability,
       r.work, lindero.number_from(r.year)::numeric AS year, r.source, a.initial, a.additions,
       -- what is not stated follows from what is, and from nothing else
       coalesce(a.final, CASE WHEN r.final IS NULL THEN a.initial + coalesce(a.additions, 0) END) AS final,
       a.committed, a.obliged, a.paid,
       coalesce(lindero.percent_from(r.physical_percent), 100 * lindero.number_from(r.physical_share)::numeric) AS physical_percent,
       r.contract, r.contract_url, a.contract_value,
       lindero.day_from(r.contract_start_on) AS contract_start_on, lindero.day_from(r.contract_end_on) AS contract_end_on,
       regexp_replace(r.parcel, '[\s.\-]', '', 'g') AS parcel, r.territory, lindero.folded_value(r.territory_kind) AS territory_kind,
       coalesce(lindero.folded_value(r.place_kind), 'obra') AS place_kind, lindero.folded_value(r.place_precision) AS place_precision
FROM record r
JOIN written_amount a ON a.fid = r.fid
-- 0 is what an empty cell of numbers becomes
CROSS JOIN LATERAL (SELECT CASE WHEN lindero.digits_from(r.bpin) ~ '^\d*[1-9]\d*$' THEN regexp_replace(lindero.digits_from(r.bpin), '\s', '', 'g') END AS bpin) b;
CREATE INDEX project_line_code ON project_line (code);
CREATE INDEX project_line_fid ON project_line (fid);
ANALYZE project_line;
