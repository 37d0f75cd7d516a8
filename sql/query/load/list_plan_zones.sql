-- Codes of the zones of a plan and of those it revises, at whatever legal day; a theme without zones has a null code.
-- Parameters: municipality, plan (text). Result: theme, code (text, null).
WITH chain AS (
    SELECT unnest(lindero.plan_chain(:municipality, :plan, CURRENT_DATE, (SELECT max(p.id) FROM lindero.publication p))) AS plan
)
SELECT DISTINCT t.code AS theme, z.code AS code
FROM chain c
JOIN lindero.theme t ON t.municipality = :municipality AND t.plan = c.plan AND t.pub_to IS NULL
LEFT JOIN lindero.zone z ON z.municipality = :municipality AND z.theme = t.code AND z.pub_to IS NULL
    AND z.plan IN (SELECT b.plan FROM chain b)
ORDER BY 1, 2;
