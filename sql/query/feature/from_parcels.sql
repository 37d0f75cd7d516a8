-- Parcels of a municipality on a day, at a publication, as alias f; t.territory is the smallest territory the parcel lies in.
-- Parameters: municipality (text), onDay (date), at (bigint), territoryState (bigint: publication that last changed the
-- territories, to which the kept ones belong). Relies on parcel_municipality_number, parcel_geom_4326, parcel_territory_pkey.
FROM lindero.parcel f
LEFT JOIN lindero.parcel_territory k ON k.parcel_id = f.id AND k.state = :territoryState
CROSS JOIN LATERAL (
    SELECT CASE WHEN k.parcel_id IS NULL
                THEN lindero.territory_of(f.geom, f.municipality, CAST(:onDay AS date), CAST(:at AS bigint))
                ELSE k.territory END AS territory
) t
WHERE f.municipality = :municipality AND f.valid @> CAST(:onDay AS date)
  AND lindero.held(f.pub_from, f.pub_to, CAST(:at AS bigint))
