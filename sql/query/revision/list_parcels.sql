-- Drawn parcels of a municipality on a day, at a publication, after an id. Parameters: municipality (text), onDay (date),
-- at, after (bigint), limit (int). Result: id (bigint), number (text), planar_m2 (double precision, m2).
SELECT p.id, p.number, p.planar_m2
FROM lindero.parcel p
WHERE p.municipality = :municipality AND p.geom IS NOT NULL AND p.id > :after AND p.valid @> CAST(:onDay AS date)
  AND lindero.held(p.pub_from, p.pub_to, :at)
ORDER BY p.id
LIMIT :limit;
