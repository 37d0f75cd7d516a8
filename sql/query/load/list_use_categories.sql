-- Use categories of which the rules of a plan and of those it revises speak. Parameters: municipality, plan (text).
-- Result: category (text).
SELECT DISTINCT u.category
FROM lindero.use_rule u
WHERE u.municipality = :municipality AND u.pub_to IS NULL
  AND u.plan = ANY (lindero.plan_chain(:municipality, :plan, CURRENT_DATE, (SELECT max(p.id) FROM lindero.publication p)))
ORDER BY u.category;
