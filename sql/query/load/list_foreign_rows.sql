-- Rows of a load of use rules or activities that another dataset of the plan says already.
-- Parameters: kind, municipality, plan, dataset (text). Result: dataset (text), rows (bigint), example (text).
SELECT o.dataset, count(*) AS rows, min(o.example) AS example
FROM row r
JOIN (
    SELECT u.dataset, u.content_hash, u.valid, u.category AS example
    FROM lindero.use_rule u
    WHERE :kind = 'uses' AND u.municipality = :municipality AND u.plan = :plan AND u.pub_to IS NULL
    UNION ALL
    SELECT a.dataset, a.content_hash, a.valid, a.ciiu
    FROM lindero.activity_use a
    WHERE :kind = 'ciiu' AND a.municipality = :municipality AND a.plan = :plan AND a.pub_to IS NULL
) o ON o.content_hash = r.content_hash AND o.valid && r.valid AND o.dataset <> :dataset
GROUP BY o.dataset
ORDER BY o.dataset;
