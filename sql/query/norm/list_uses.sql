-- Use rules of some plans that hold on a legal day, at a publication; which of them a revision replaces is decided by the caller.
-- Parameters: municipality (text), plans (text[]), onDay (date), at (bigint).
-- Result: the columns of lindero.use_rule; valid_from, valid_to null where the plan's own days count. Relies on use_rule_plan.
SELECT u.id, u.pub_from AS version, u.plan, u.scope_theme, u.scope_zone, u.category, u.regime, u.condition, u.act, u.article,
       u.source_text, u.url, lower(u.valid) AS valid_from, upper(u.valid) AS valid_to
FROM lindero.use_rule u
WHERE u.municipality = :municipality AND u.plan = ANY (:plans) AND u.valid @> CAST(:onDay AS date)
  AND lindero.held(u.pub_from, u.pub_to, :at)
ORDER BY array_position(:plans, u.plan), u.scope_theme, u.scope_zone, u.category, u.regime, u.condition NULLS FIRST, u.id;
