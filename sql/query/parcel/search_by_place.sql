-- Parcels at a place, boundaries included. Parameters: lon, lat (double precision, degrees), srid (int), after (text),
-- municipality (text, null for all), onDay (date), at (bigint), limit (int). Result: parcel rows. Relies on parcel_geom.
SELECT p.id, p.municipality, p.dataset, p.number, p.previous_number, p.nupre, p.folio, p.address, p.registered_area_m2,
       p.destination, p.condition, p.planar_m2, p.ellipsoid_m2, p.geom IS NOT NULL AS drawn,
       ST_AsGeoJSON(ST_Transform(p.geom, 4326), 9) AS geometry
FROM lindero.parcel p
WHERE ST_Intersects(p.geom, ST_Transform(ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), CAST(:srid AS integer)))
  AND p.number > :after COLLATE "C"
  AND (CAST(:municipality AS text) IS NULL OR p.municipality = :municipality)
  AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, :at)
ORDER BY p.number
LIMIT :limit;
