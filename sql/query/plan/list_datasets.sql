-- Datasets that an answer draws on, at a publication: what some plans hold, and the cadastre.
-- Parameters: municipality (text), plans (text[]), at (bigint).
-- Result: a row a dataset, with the publication that last changed it.
SELECT d.kind, d.plan, d.theme, d.name, d.coverage_kind, d.accuracy_m, d.scale, d.indicative, d.source, d.source_date,
       d.demonstration, last.publication, p.at AS published_at
FROM lindero.dataset d
CROSS JOIN LATERAL (
    SELECT greatest(d.pub_from, coalesce(max(l.publication), 0)) AS publication
    FROM lindero.load l
    WHERE l.municipality = d.municipality AND l.kind = d.kind AND l.plan = d.plan AND l.theme = d.theme
      AND l.dataset = d.name AND l.publication <= :at
) last
JOIN lindero.publication p ON p.id = last.publication
WHERE d.municipality = :municipality AND lindero.held(d.pub_from, d.pub_to, :at)
  AND (d.plan = '' OR d.plan = ANY (:plans))
ORDER BY d.kind, d.theme, d.plan, d.name;
