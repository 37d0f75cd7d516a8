-- What a plan, with those it inherits from, says of each of its zones on a legal day: for every quantity of which a norm of
-- the same theme speaks whether its figure is encoded, the plan only cited, or nothing is said, and how many use rules.
-- Parameters: municipality (text), plans (text[], the plan first, then those it inherits from), onDay (text, a date), at (bigint).
-- Result: theme, zone (text; empty for what is said of the whole municipality), encoded, cited, missing (text[]),
-- use_rules (bigint).
WITH said AS (
    -- of two plans that say the same of the same, the one that inherits prevails
    SELECT DISTINCT ON (n.scope_theme, n.scope_zone, n.scope2_theme, n.scope2_zone, n.quantity, n.operator, coalesce(n.condition, ''))
           n.scope_theme, n.scope_zone, n.scope2_theme, n.scope2_zone, n.quantity, n.value IS NOT NULL AS has_figure
    FROM lindero.norm n
    WHERE n.municipality = :municipality AND n.plan = ANY (:plans) AND n.valid @> CAST(:onDay AS date)
      AND lindero.held(n.pub_from, n.pub_to, :at)
    ORDER BY n.scope_theme, n.scope_zone, n.scope2_theme, n.scope2_zone, n.quantity, n.operator, coalesce(n.condition, ''),
             array_position(:plans, n.plan), n.id
),
-- a norm of two zones that meet speaks of both
spoken AS (
    SELECT s.scope_theme AS theme, s.scope_zone AS zone, s.quantity, bool_or(s.has_figure) AS encoded
    FROM (SELECT a.scope_theme, a.scope_zone, a.quantity, a.has_figure FROM said a
          UNION ALL
          SELECT b.scope2_theme, b.scope2_zone, b.quantity, b.has_figure FROM said b WHERE b.scope2_theme <> '') s
    GROUP BY s.scope_theme, s.scope_zone, s.quantity
),
asked AS (
    SELECT DISTINCT s.theme, s.quantity FROM spoken s
),
used AS (
    SELECT u.scope_theme AS theme, u.scope_zone AS zone, count(DISTINCT u.category) AS rules
    FROM lindero.use_rule u
    WHERE u.municipality = :municipality AND u.plan = ANY (:plans) AND u.valid @> CAST(:onDay AS date)
      AND lindero.held(u.pub_from, u.pub_to, :at)
    GROUP BY u.scope_theme, u.scope_zone
),
place AS (
    SELECT z.theme, z.code AS zone
    FROM lindero.zone z
    WHERE z.municipality = :municipality AND z.plan = ANY (:plans) AND z.valid @> CAST(:onDay AS date)
      AND lindero.held(z.pub_from, z.pub_to, :at)
    UNION
    SELECT '', '' WHERE EXISTS (SELECT FROM spoken s WHERE s.theme = '') OR EXISTS (SELECT FROM used u WHERE u.theme = '')
)
SELECT p.theme, p.zone,
       coalesce(array_agg(a.quantity ORDER BY a.quantity) FILTER (WHERE s.encoded), '{}') AS encoded,
       coalesce(array_agg(a.quantity ORDER BY a.quantity) FILTER (WHERE NOT s.encoded), '{}') AS cited,
       coalesce(array_agg(a.quantity ORDER BY a.quantity) FILTER (WHERE s.quantity IS NULL AND a.quantity IS NOT NULL), '{}')
           AS missing,
       coalesce(max(u.rules), 0) AS use_rules
FROM place p
LEFT JOIN asked a ON a.theme = p.theme
LEFT JOIN spoken s ON s.theme = p.theme AND s.zone = p.zone AND s.quantity = a.quantity
LEFT JOIN used u ON u.theme = p.theme AND u.zone = p.zone
GROUP BY p.theme, p.zone
ORDER BY p.theme COLLATE "C", p.zone COLLATE "C";
