-- Geometry of a parcel row as GeoJSON in longitude, latitude. Parameters: id (bigint). Result: text, null without plot.
SELECT ST_AsGeoJSON(ST_Transform(p.geom, 4326), 9) FROM lindero.parcel p WHERE p.id = :id;
