-- Finds in which territory parcels lie that are not kept for the current state yet. Parameters: municipality (text),
-- state (bigint, of the territories), onDay (date), at (bigint), limit (int). Result: none; the row count tells how many.
INSERT INTO lindero.parcel_territory (parcel_id, state, territory)
SELECT p.id, :state, lindero.territory_of(p.geom, p.municipality, CAST(:onDay AS date), CAST(:at AS bigint))
FROM lindero.parcel p
WHERE p.municipality = :municipality AND p.pub_to IS NULL
  AND NOT EXISTS (SELECT FROM lindero.parcel_territory k WHERE k.parcel_id = p.id AND k.state = :state)
ORDER BY p.id
LIMIT :limit
ON CONFLICT (parcel_id) DO UPDATE SET state = excluded.state, territory = excluded.territory;
