-- The first later load of the same dataset, which stands in the way of a revert. Parameters: publication (bigint).
-- Result: bigint or nothing.
SELECT min(later.publication) AS publication
FROM lindero.load l
JOIN lindero.load later ON later.municipality = l.municipality AND later.kind = l.kind AND later.plan = l.plan
    AND later.theme = l.theme AND later.dataset = l.dataset AND later.publication > l.publication
WHERE l.publication = :publication
HAVING min(later.publication) IS NOT NULL;
