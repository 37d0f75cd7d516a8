-- The polygons of a footprint file, staged as "raw", as one. Parameters: srid (integer), the storage CRS. Result: one row; polygons
-- (integer), others (integer: features without polygon), geojson (x, y in the storage CRS to a micrometre; null without polygon).
SELECT count(*) FILTER (WHERE ST_Dimension(r.geom) = 2)::integer AS polygons,
       (count(*) - count(*) FILTER (WHERE ST_Dimension(r.geom) = 2))::integer AS others,
       lindero.exact_geojson(
           ST_CollectionHomogenize(ST_CollectionExtract(
               ST_Collect(ST_Force2D(r.geom) ORDER BY ST_XMin(r.geom), ST_YMin(r.geom)) FILTER (WHERE ST_Dimension(r.geom) = 2), 3)),
           :srid) AS geojson
FROM raw r;
