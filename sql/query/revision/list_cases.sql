-- Current golden cases of a plan, in the order of their file. Parameters: municipality, plan (text).
-- Result: name, question, expected (text, the last two JSON).
SELECT c.name, c.question::text AS question, c.expected::text AS expected
FROM lindero.plan_case c
WHERE c.municipality = :municipality AND c.plan = :plan AND c.pub_to IS NULL
ORDER BY c.id;
