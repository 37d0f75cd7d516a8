-- What is drawn, against the site. Parameters: footprint, site (hexadecimal EWKB), srid (integer) of the GeoJSON.
-- Result: one row; away_m its distance from the site, outside_m2 and outside (GeoJSON) what of it lies outside where some
-- of it does by more than 0.1 mm, place (GeoJSON point) in that, and geojson the footprint itself.
SELECT ST_Distance(f.geom, s.geom) AS away_m, coalesce(ST_Area(o.geom), 0) AS outside_m2,
       lindero.exact_geojson(o.geom, :srid) AS outside, lindero.exact_geojson(ST_PointOnSurface(o.geom), :srid) AS place,
       lindero.exact_geojson(f.geom, :srid) AS geojson
FROM (SELECT CAST(:footprint AS geometry) AS geom) f
CROSS JOIN (SELECT CAST(:site AS geometry) AS geom) s
CROSS JOIN LATERAL (
    SELECT CASE WHEN ST_Covers(ST_Buffer(s.geom, 0.0001, 'join=mitre'), f.geom) THEN NULL
                ELSE ST_CollectionExtract(ST_Difference(f.geom, s.geom), 3) END AS geom
) o;
