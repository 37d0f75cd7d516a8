-- What projects cost in a territory, in none of a kind, or in the whole municipality: the total, and by axis, year and source.
-- Parameters: municipality, scope (text: all, territory or none), kind, territory (text, null where the scope needs none),
-- onDay (date), at (bigint).
-- Result: a row a group: grouped (text: total, axis, year, source), label (text, null for what is not stated), projects, shared
-- (of several territories, of whose amounts an equal share counts), without_planned, without_committed, without_paid (projects,
-- that do not state it), planned, committed, obliged, paid (pesos, null where nobody states it).
WITH
held AS MATERIALIZED (
    SELECT p.id, p.axis, p.planned IS NULL AS without_planned, p.committed IS NULL AS without_committed, p.paid IS NULL AS without_paid
    FROM lindero.project p
    WHERE p.municipality = :municipality AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, :at)
),
told AS (
    SELECT h.id, 1 AS ordinal, 1 AS shares FROM held h WHERE :scope = 'all'
    UNION ALL
    SELECT t.project_id, t.ordinal, t.shares
    FROM lindero.project_territories(:municipality, :kind, CAST(:onDay AS date), :at) t
    WHERE :scope = 'territory' AND t.territory = :territory
    UNION ALL
    SELECT h.id, 1, 1
    FROM held h
    WHERE :scope = 'none'
      AND h.id NOT IN (SELECT t.project_id FROM lindero.project_territories(:municipality, :kind, CAST(:onDay AS date), :at) t)
),
line AS MATERIALIZED (
    SELECT h.id, h.axis, b.year, b.source, t.shares > 1 AS shared, h.without_planned, h.without_committed, h.without_paid,
           lindero.equal_share(b.planned, t.ordinal, t.shares) AS planned, lindero.equal_share(b.committed, t.ordinal, t.shares) AS committed,
           lindero.equal_share(b.obliged, t.ordinal, t.shares) AS obliged, lindero.equal_share(b.paid, t.ordinal, t.shares) AS paid
    FROM told t
    JOIN held h ON h.id = t.id
    LEFT JOIN lindero.project_budget b ON b.project_id = h.id
)
SELECT CASE WHEN GROUPING(l.axis) = 0 THEN 'axis' WHEN GROUPING(l.year) = 0 THEN 'year' WHEN GROUPING(l.source) = 0 THEN 'source' ELSE 'total' END AS grouped,
       coalesce(l.axis, l.year::text, l.source) AS label, count(DISTINCT l.id) AS projects,
       count(DISTINCT l.id) FILTER (WHERE l.shared) AS shared,
       count(DISTINCT l.id) FILTER (WHERE l.without_planned) AS without_planned,
       count(DISTINCT l.id) FILTER (WHERE l.without_committed) AS without_committed,
       count(DISTINCT l.id) FILTER (WHERE l.without_paid) AS without_paid,
       sum(l.planned) AS planned, sum(l.committed) AS committed, sum(l.obliged) AS obliged, sum(l.paid) AS paid
FROM line l
GROUP BY GROUPING SETS ((), (l.axis), (l.year), (l.source))
ORDER BY grouped, label NULLS LAST;
