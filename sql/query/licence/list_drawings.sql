-- What an answer draws, as GeoJSON in another CRS than that of the storage. Parameters: geometries (text[]: hexadecimal EWKB), srid
-- (integer) of the GeoJSON. Result: geojson, in the order of the geometries.
SELECT lindero.exact_geojson(u.geom, :srid) AS geojson
-- read once: the function is then a part of this statement and not one of its own for each geometry
FROM (SELECT CAST(u.geom AS geometry) AS geom, u.n
      FROM unnest(CAST(:geometries AS text[])) WITH ORDINALITY AS u (geom, n)
      OFFSET 0) u
ORDER BY u.n;
