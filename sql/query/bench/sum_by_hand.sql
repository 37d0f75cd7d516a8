-- What projects cost by axis, year and source, as one would write it by hand for today: no shares of several territories, no
-- projects that do not say, no history. Parameters: municipality (text), territory (text, null for the whole municipality),
-- noneOf (text, kind of territories in none of which the projects lie; null for no such condition).
-- Result: axis, year, source (the group, null for others), projects (bigint), planned, committed, paid (pesos).
SELECT p.axis, b.year, b.source, count(DISTINCT p.id) AS projects, sum(b.planned) AS planned, sum(b.committed) AS committed, sum(b.paid) AS paid
FROM lindero.project p
LEFT JOIN lindero.project_budget b ON b.project_id = p.id
WHERE p.municipality = :municipality AND p.pub_to IS NULL
  AND (CAST(:territory AS text) IS NULL
       OR EXISTS (SELECT FROM lindero.project_place g
                  JOIN lindero.territory t ON t.municipality = :municipality AND t.code = :territory AND t.pub_to IS NULL
                      AND ST_Intersects(t.geom, g.geom)
                  WHERE g.project_id = p.id))
  AND (CAST(:noneOf AS text) IS NULL
       OR NOT EXISTS (SELECT FROM lindero.project_place g
                      JOIN lindero.territory t ON t.municipality = :municipality AND t.kind = :noneOf AND t.pub_to IS NULL
                          AND ST_Intersects(t.geom, g.geom)
                      WHERE g.project_id = p.id))
GROUP BY GROUPING SETS ((), (p.axis), (b.year), (b.source))
ORDER BY p.axis, b.year, b.source;
