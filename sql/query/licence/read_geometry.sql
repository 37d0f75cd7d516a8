-- A geometry that a caller sent: read, brought to the storage CRS and looked at. Nothing is repaired.
-- Parameters: geojson (text), srid (integer, of the coordinates), storage (integer).
-- Result: geom (hexadecimal EWKB in the storage CRS; null where the coordinates have no place there), type, is_empty,
-- invalid (why, null where valid), place (GeoJSON point of the fault, in the caller's CRS), areas in m2, number of parts.
SELECT encode(ST_AsEWKB(moved.geom), 'hex') AS geom, GeometryType(given.geom) AS type, ST_IsEmpty(given.geom) AS is_empty,
       CASE WHEN NOT sound.valid THEN coalesce(sound.reason, 'invalid') END AS invalid,
       ST_AsGeoJSON(sound.location, 9, 0) AS place, ST_Area(moved.geom) AS planar_m2,
       ST_Area(lindero.try_transform(given.geom, 4326)::geography) AS ellipsoid_m2, ST_NumGeometries(given.geom) AS parts
FROM (SELECT ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(:geojson)), :srid) AS geom) given
CROSS JOIN LATERAL ST_IsValidDetail(given.geom) AS sound
CROSS JOIN LATERAL (SELECT lindero.try_transform(given.geom, :storage) AS geom) moved;
