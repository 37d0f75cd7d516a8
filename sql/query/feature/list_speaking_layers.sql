-- Layers of the themes that plans of a chain speak of and no newer plan has taken over wholly. Parameters: municipality (text),
-- chain (text[], the answering plan first), at (bigint). Result: theme, layer, plan, revised (a newer plan has taken over part
-- of its ground), demonstration (any of its datasets is synthetic); newer plans first within a theme.
WITH member AS (
    SELECT l.theme, l.id AS layer, l.plan, array_position(:chain, l.plan) AS rank,
           bool_or(d.coverage_kind <> 'polygon') AS wholly, bool_or(d.demonstration) AS demonstration
    FROM lindero.layer l
    JOIN lindero.dataset d ON d.municipality = l.municipality AND d.kind = 'zones' AND d.theme = l.theme AND d.plan = l.plan
        AND lindero.held(d.pub_from, d.pub_to, CAST(:at AS bigint))
    WHERE l.municipality = :municipality AND l.plan = ANY (:chain)
    GROUP BY l.theme, l.id, l.plan
)
SELECT m.theme, m.layer, m.plan, EXISTS (SELECT FROM member n WHERE n.theme = m.theme AND n.rank < m.rank) AS revised,
       m.demonstration
FROM member m
WHERE NOT EXISTS (SELECT FROM member n WHERE n.theme = m.theme AND n.rank < m.rank AND n.wholly)
ORDER BY m.theme, m.rank;
