-- A geometry as GeoJSON. Parameters: geom (hexadecimal EWKB), srid (integer). Result: one row; geojson.
SELECT lindero.exact_geojson(CAST(:geom AS geometry), :srid) AS geojson;
