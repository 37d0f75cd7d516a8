-- Parcels with a footprint drawn within them, 2.5 m from their boundary, to ask licence checks about.
-- Parameters: municipality (text), most (integer). Result: number (text), footprint (GeoJSON, storage CRS, mm), in the order of
-- a digest of the number, so that any piece of the list is spread over the municipality.
SELECT p.number, ST_AsGeoJSON(f.geom, 3, 0) AS footprint
FROM lindero.parcel p
CROSS JOIN LATERAL (SELECT ST_Buffer(p.geom, -2.5, 'join=mitre') AS geom) f
WHERE p.municipality = :municipality AND p.pub_to IS NULL AND p.geom IS NOT NULL AND ST_Area(f.geom) > 20
  AND ST_IsValid(ST_ReducePrecision(f.geom, 0.001))
ORDER BY md5(p.number)
LIMIT :most;
