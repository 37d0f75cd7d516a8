-- The site of a licence check: parcels that are judged as one.
-- Parameters: parcels (bigint[]). Result: one row; geom (hexadecimal EWKB, storage CRS), areas in m2 (registered_m2 is null
-- where one of the parcels has none), number of separate parts, apart: numbers of parcels that share no boundary with the rest.
SELECT encode(ST_AsEWKB(s.geom), 'hex') AS geom, ST_Area(s.geom) AS planar_m2,
       ST_Area(ST_Transform(s.geom, 4326)::geography) AS ellipsoid_m2,
       (SELECT CASE WHEN bool_and(coalesce(p.registered_area_m2 > 0, false)) THEN sum(p.registered_area_m2 ORDER BY p.number) END
        FROM lindero.parcel p WHERE p.id = ANY (:parcels)) AS registered_m2,
       ST_NumGeometries(s.geom) AS parts,
       CASE WHEN cardinality(:parcels) > 1 THEN lindero.parcels_apart(:parcels) ELSE CAST('{}' AS text[]) END AS apart
FROM (SELECT lindero.joined_site(:parcels) AS geom) s;
