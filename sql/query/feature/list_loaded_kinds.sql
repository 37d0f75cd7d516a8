-- What datasets that are no plan's a municipality has. Parameters: municipality (text), at (bigint).
-- Result: kind, demonstration (whether any is synthetic).
SELECT d.kind, bool_or(d.demonstration) AS demonstration
FROM lindero.dataset d
WHERE d.municipality = :municipality AND d.kind IN ('parcels', 'buildings', 'territories', 'projects', 'licences')
  AND lindero.held(d.pub_from, d.pub_to, CAST(:at AS bigint))
GROUP BY d.kind
ORDER BY d.kind;
