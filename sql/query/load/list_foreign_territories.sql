-- Territories of the load that another dataset holds. Parameters: municipality, dataset (text).
-- Result: dataset (text), rows (bigint), example (text).
SELECT t.dataset, count(*) AS rows, min(t.kind || ' ' || t.code) AS example
FROM lindero.territory t
JOIN row r ON r.code = t.code AND r.kind = t.kind
WHERE t.municipality = :municipality AND t.dataset <> :dataset AND t.pub_to IS NULL
GROUP BY t.dataset
ORDER BY t.dataset;
