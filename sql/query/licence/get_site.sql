-- The site of a licence check: parcels that are judged as one, and what lies around it.
-- Parameters: parcels (bigint[]), municipality (text), onDay (date), at (bigint), reach (double precision, m).
-- Result: one row; geom (EWKB, storage CRS), areas in m2 (registered_m2 is null where one of the parcels has none), number of
-- separate parts, apart: numbers of parcels that share no boundary with the rest; neighbours (WKB), faces and ids
-- as lindero.around_site. Relies on parcel_geom.
SELECT ST_AsEWKB(s.geom) AS geom, s.planar_m2, s.ellipsoid_m2, s.registered_m2, ST_NumGeometries(s.geom) AS parts,
       CASE WHEN cardinality(:parcels) > 1 THEN lindero.parcels_apart(:parcels) ELSE CAST('{}' AS text[]) END AS apart,
       ST_AsBinary(around.geom) AS neighbours, around.faces, around.ids
FROM (
    SELECT p.geom, p.planar_m2, p.ellipsoid_m2,
           CASE WHEN p.registered_area_m2 > 0 THEN p.registered_area_m2 END AS registered_m2
    FROM lindero.parcel p
    WHERE cardinality(:parcels) = 1 AND p.id = (CAST(:parcels AS bigint[]))[1]
    UNION ALL
    SELECT j.geom, ST_Area(j.geom), ST_Area(ST_Transform(j.geom, 4326)::geography),
           (SELECT CASE WHEN bool_and(coalesce(p.registered_area_m2 > 0, false)) THEN sum(p.registered_area_m2 ORDER BY p.number) END
            FROM lindero.parcel p WHERE p.id = ANY (:parcels))
    FROM (SELECT lindero.joined_site(:parcels) AS geom WHERE cardinality(:parcels) > 1) j
) s
CROSS JOIN LATERAL lindero.around_site(:parcels, s.geom, :reach, :municipality, CAST(:onDay AS date), :at) around;
