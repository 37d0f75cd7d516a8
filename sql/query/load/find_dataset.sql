-- The dataset that a load would replace, as it is now.
-- Parameters: municipality, kind, plan, theme, name (text). Result: facts of the dataset, coverage as hexadecimal EWKB.
SELECT d.id, d.coverage_kind, encode(ST_AsEWKB(d.coverage), 'hex') AS coverage, d.accuracy_m, d.scale, d.indicative,
       d.source, d.source_date, d.demonstration
FROM lindero.dataset d
WHERE d.municipality = :municipality AND d.kind = :kind AND d.plan = :plan AND d.theme = :theme AND d.name = :name
  AND d.pub_to IS NULL;
