-- Current parcels after an id that lack kept parts in some scope. Parameters: municipality (text), scopes (int[]),
-- after (bigint), limit (int). Result: id (bigint).
SELECT p.id
FROM lindero.parcel p
WHERE p.municipality = :municipality AND p.pub_to IS NULL AND p.geom IS NOT NULL AND p.id > :after
  AND (SELECT count(*) FROM lindero.derived_part d
       WHERE d.parcel_id = p.id AND d.scope_id = ANY (:scopes) AND d.role = 'summary') < cardinality(:scopes)
ORDER BY p.id
LIMIT :limit;
