-- Findings on norms that contradict others: of the same scope, quantity, operator and condition on the same day, in the file
-- (each names the others) or in another dataset of the plan.
-- Parameters: municipality, plan, dataset (text), validFrom (text, a date or null). Result: none; writes to finding.
WITH said AS MATERIALIZED (
    SELECT r.fid, r.part, r.scope_theme, r.scope_zone, r.scope2_theme, r.scope2_zone, r.quantity, r.operator,
           coalesce(r.condition, '') AS condition, r.valid * daterange(CAST(:validFrom AS date), NULL) AS valid,
           r.content_hash,
           concat_ws(' ', r.operator, coalesce(r.value::text, '—'), r.unit, '/ ' || r.per_amount || ' ' || r.per_unit) AS figure,
           concat_ws(' ', nullif(r.scope_theme || '/' || r.scope_zone, '/'),
                     nullif(r.scope2_theme || '/' || r.scope2_zone, '/'), r.quantity) AS key
    FROM row r
)
INSERT INTO finding (level, code, fid, key, detail)
SELECT 'ERROR', 'norm-contradicted', a.fid, a.key,
       jsonb_build_object('figure', a.figure, 'column', 'value',
                          'others', string_agg(DISTINCT b.fid || ' (' || b.figure || ')', ', '))
FROM said a
JOIN said b ON b.quantity = a.quantity AND b.operator = a.operator AND b.condition = a.condition AND b.valid && a.valid
    AND b.content_hash <> a.content_hash
    AND ((a.scope_theme, a.scope_zone, a.scope2_theme, a.scope2_zone) = (b.scope_theme, b.scope_zone, b.scope2_theme, b.scope2_zone)
         OR (a.scope_theme, a.scope_zone, a.scope2_theme, a.scope2_zone)
            = (b.scope2_theme, b.scope2_zone, b.scope_theme, b.scope_zone))
GROUP BY a.fid, a.part, a.key, a.figure
UNION ALL
SELECT 'ERROR', 'norm-of-another-dataset', a.fid, a.key,
       jsonb_build_object('dataset', b.dataset, 'column', 'value', 'figure', concat_ws(' ', b.operator, coalesce(b.value::text, '—'), b.unit))
FROM said a
JOIN lindero.norm b ON b.municipality = :municipality AND b.plan = :plan AND b.dataset <> :dataset AND b.pub_to IS NULL
    AND b.quantity = a.quantity AND b.operator = a.operator AND coalesce(b.condition, '') = a.condition AND b.valid && a.valid
    AND ((a.scope_theme, a.scope_zone, a.scope2_theme, a.scope2_zone) = (b.scope_theme, b.scope_zone, b.scope2_theme, b.scope2_zone)
         OR (a.scope_theme, a.scope_zone, a.scope2_theme, a.scope2_zone)
            = (b.scope2_theme, b.scope2_zone, b.scope_theme, b.scope_zone));
