-- Projects of the load that another dataset holds. Parameters: municipality, dataset (text).
-- Result: dataset (text), rows (bigint), example (text).
SELECT p.dataset, count(*) AS rows, min(p.code) AS example
FROM lindero.project p
JOIN row r ON r.code = p.code
WHERE p.municipality = :municipality AND p.dataset <> :dataset AND p.pub_to IS NULL
GROUP BY p.dataset
ORDER BY p.dataset;
