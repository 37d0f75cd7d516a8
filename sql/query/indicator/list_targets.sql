-- Targets of a plan at a publication. Parameters: municipality, plan (text), at (bigint).
-- Result: indicator (text), year (integer), target (numeric), name (text, null for none), source (text).
SELECT t.indicator, t.year, t.target, t.name, t.source
FROM lindero.plan_target t
WHERE t.municipality = :municipality AND t.plan = :plan AND lindero.held(t.pub_from, t.pub_to, :at)
ORDER BY t.indicator, t.year;
