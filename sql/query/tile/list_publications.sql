-- Publications after one that a reader already knows, oldest first, with what each was about.
-- Parameters: municipality (text), after (bigint), upTo (bigint).
-- Result: id (bigint), kind (text), subject (text), of the municipality.
SELECT p.id, p.kind, p.subject
FROM lindero.publication p
WHERE p.municipality = :municipality AND p.id > :after AND p.id <= :upTo
ORDER BY p.id;
