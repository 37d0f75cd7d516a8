-- Licences of the load that another dataset holds. Parameters: municipality, dataset (text).
-- Result: dataset (text), rows (bigint), example (text).
SELECT l.dataset, count(*) AS rows, min(l.number) AS example
FROM lindero.licence l
JOIN row r ON r.number = l.number
WHERE l.municipality = :municipality AND l.dataset <> :dataset AND l.pub_to IS NULL
GROUP BY l.dataset
ORDER BY l.dataset;
