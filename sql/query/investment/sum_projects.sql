-- What projects cost in a territory, in none of a kind, or in the whole municipality: the total, and by axis, year and source.
-- Parameters: municipality, scope (text: all, territory or none), kind, territory (text, null where the scope needs none),
-- onDay (date), at (bigint).
-- Result: a row a group: grouped (text: total, axis, year, source), label (text, null for what is not stated), projects, shared
-- (of several territories, of whose amounts an equal share counts), without_planned, without_committed, without_paid (projects,
-- that do not state it), planned, committed, obliged, paid (pesos, null where nobody states it).
WITH
held AS NOT MATERIALIZED (
    SELECT p.id, p.axis, p.planned IS NULL AS without_planned, p.committed IS NULL AS without_committed, p.paid IS NULL AS without_paid
    FROM lindero.project p
    WHERE p.municipality = :municipality AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, :at)
),
told AS (
    SELECT h.id, h.axis, h.without_planned, h.without_committed, h.without_paid, 1 AS ordinal, 1 AS shares
    FROM held h
    WHERE :scope = 'all'
    UNION ALL
    SELECT h.id, h.axis, h.without_planned, h.without_committed, h.without_paid, t.ordinal, t.shares
    FROM lindero.project_territories(:municipality, :kind, CAST(:onDay AS date), :at, :territory) t
    JOIN held h ON h.id = t.project_id
    WHERE :scope = 'territory' AND t.territory = :territory
    UNION ALL
    SELECT h.id, h.axis, h.without_planned, h.without_committed, h.without_paid, 1, 1
    FROM held h
    WHERE :scope = 'none'
      AND h.id NOT IN (SELECT m.project_id FROM lindero.project_meetings(:municipality, :kind, CAST(:onDay AS date), :at, NULL) m)
),
line AS MATERIALIZED (
    SELECT t.axis, b.year, b.source, t.shares > 1 AS shared, t.without_planned, t.without_committed, t.without_paid,
           -- a project counts once in each group, with its first line there
           coalesce(b.line, 1) = 1 AS first, coalesce(b.first_of_year, true) AS first_of_year, coalesce(b.first_of_source, true) AS first_of_source,
           lindero.equal_share(b.planned, t.ordinal, t.shares) AS planned, lindero.equal_share(b.committed, t.ordinal, t.shares) AS committed,
           lindero.equal_share(b.obliged, t.ordinal, t.shares) AS obliged, lindero.equal_share(b.paid, t.ordinal, t.shares) AS paid
    FROM told t
    LEFT JOIN lindero.project_budget b ON b.project_id = t.id
),
grouped AS (
    SELECT CASE WHEN GROUPING(l.axis) = 0 THEN 'axis' ELSE 'total' END AS grouped, l.axis AS label,
           count(*) FILTER (WHERE l.first) AS projects, count(*) FILTER (WHERE l.first AND l.shared) AS shared,
           count(*) FILTER (WHERE l.first AND l.without_planned) AS without_planned,
           count(*) FILTER (WHERE l.first AND l.without_committed) AS without_committed,
           count(*) FILTER (WHERE l.first AND l.without_paid) AS without_paid,
           sum(l.planned) AS planned, sum(l.committed) AS committed, sum(l.obliged) AS obliged, sum(l.paid) AS paid
    FROM line l
    GROUP BY GROUPING SETS ((), (l.axis))
    UNION ALL
    SELECT 'year', l.year::text, count(*) FILTER (WHERE l.first_of_year), count(*) FILTER (WHERE l.first_of_year AND l.shared),
           count(*) FILTER (WHERE l.first_of_year AND l.without_planned), count(*) FILTER (WHERE l.first_of_year AND l.without_committed),
           count(*) FILTER (WHERE l.first_of_year AND l.without_paid), sum(l.planned), sum(l.committed), sum(l.obliged), sum(l.paid)
    FROM line l
    GROUP BY l.year
    UNION ALL
    SELECT 'source', l.source, count(*) FILTER (WHERE l.first_of_source), count(*) FILTER (WHERE l.first_of_source AND l.shared),
           count(*) FILTER (WHERE l.first_of_source AND l.without_planned), count(*) FILTER (WHERE l.first_of_source AND l.without_committed),
           count(*) FILTER (WHERE l.first_of_source AND l.without_paid), sum(l.planned), sum(l.committed), sum(l.obliged), sum(l.paid)
    FROM line l
    GROUP BY l.source
)
SELECT g.grouped, g.label, g.projects, g.shared, g.without_planned, g.without_committed, g.without_paid, g.planned, g.committed, g.obliged,
       g.paid
FROM grouped g
ORDER BY g.grouped, g.label NULLS LAST;
