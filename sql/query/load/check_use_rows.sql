-- Findings on categories to which the file, or it and another dataset of the plan, give different regimes in one zone on one
-- day. Two rules with conditions of their own are told apart by these.
-- Parameters: municipality, plan, dataset (text), validFrom (text, a date or null). Result: none; writes to finding.
WITH said AS MATERIALIZED (
    SELECT r.fid, r.scope_theme, r.scope_zone, r.category, r.regime, r.condition,
           r.valid * daterange(CAST(:validFrom AS date), NULL) AS valid
    FROM row r
)
INSERT INTO finding (level, code, fid, key, detail)
SELECT 'WARNING', 'regimes-differ', a.fid, concat_ws(' ', nullif(a.scope_theme || '/' || a.scope_zone, '/'), a.category),
       jsonb_build_object('category', a.category, 'regime', a.regime, 'column', 'regime', 'other', b.regime, 'where', b.place)
FROM said a
JOIN (
    SELECT s.scope_theme, s.scope_zone, s.category, s.regime, s.condition, s.valid, 'fila (row) ' || s.fid AS place
    FROM said s
    UNION ALL
    SELECT u.scope_theme, u.scope_zone, u.category, u.regime, u.condition, u.valid, u.dataset
    FROM lindero.use_rule u
    WHERE u.municipality = :municipality AND u.plan = :plan AND u.dataset <> :dataset AND u.pub_to IS NULL
) b ON b.scope_theme = a.scope_theme AND b.scope_zone = a.scope_zone AND b.category = a.category AND b.regime <> a.regime
    AND b.valid && a.valid AND (a.condition IS NULL OR b.condition IS NULL OR a.condition = b.condition);
