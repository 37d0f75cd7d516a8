-- Tables of economic activities of some plans that hold on a legal day, at a publication; which of them a revision replaces
-- is decided by the caller. Parameters: municipality (text), plans (text[]), onDay (date), at (bigint).
-- Result: a row a class and category; areas in m2, null for none. Relies on activity_use_plan.
SELECT a.plan, a.ciiu, a.category, a.area_min_m2, a.area_max_m2, a.note
FROM lindero.activity_use a
WHERE a.municipality = :municipality AND a.plan = ANY (:plans) AND a.valid @> CAST(:onDay AS date)
  AND lindero.held(a.pub_from, a.pub_to, :at)
ORDER BY array_position(:plans, a.plan), a.ciiu, a.area_min_m2 NULLS FIRST, a.category, a.id;
