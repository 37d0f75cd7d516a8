-- Parcel numbers of the load that another dataset holds. Parameters: municipality, dataset (text).
-- Result: dataset (text), rows (bigint), example (text).
SELECT p.dataset, count(*) AS rows, min(p.number) AS example
FROM lindero.parcel p
JOIN row r ON r.number = p.number
WHERE p.municipality = :municipality AND p.dataset <> :dataset AND p.pub_to IS NULL
GROUP BY p.dataset
ORDER BY p.dataset;
