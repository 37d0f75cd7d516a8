-- Norms of some plans that hold on a legal day, at a publication; which of them a revision replaces is decided by the caller.
-- Parameters: municipality (text), plans (text[]), onDay (date), at (bigint).
-- Result: the columns of lindero.norm; valid_from, valid_to null where the plan's own days count. Relies on norm_plan.
SELECT n.id, n.pub_from AS version, n.plan, n.scope_theme, n.scope_zone, n.scope2_theme, n.scope2_zone, n.quantity,
       n.operator, n.value, n.per_amount, n.per_unit, n.base, n.condition, n.act, n.article, n.source_text, n.url,
       lower(n.valid) AS valid_from, upper(n.valid) AS valid_to
FROM lindero.norm n
WHERE n.municipality = :municipality AND n.plan = ANY (:plans) AND n.valid @> CAST(:onDay AS date)
  AND lindero.held(n.pub_from, n.pub_to, :at)
ORDER BY array_position(:plans, n.plan), n.scope_theme, n.scope_zone, n.scope2_theme, n.scope2_zone, n.quantity, n.operator,
         n.condition NULLS FIRST, n.id;
