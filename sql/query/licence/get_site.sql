-- The site of a licence check: parcels that are judged as one, and what lies around it.
-- Parameters: parcels (bigint[]), municipality (text), onDay (date), at (bigint), reach (double precision, m).
-- Result: one row; geom (EWKB, storage CRS), areas in m2 (registered_m2 is null where one of the parcels has none), number of
-- separate parts, apart: numbers of parcels that share no boundary with the rest; neighbours: the other parcels within reach in
-- the order of their rows, a collection of polygons (WKB; null where there is none), and faces, what facing each means: public
-- (a road or a parcel of public use) or private. Relies on parcel_geom.
SELECT ST_AsEWKB(s.geom) AS geom, s.planar_m2, s.ellipsoid_m2, s.registered_m2, ST_NumGeometries(s.geom) AS parts,
       CASE WHEN cardinality(:parcels) > 1 THEN lindero.parcels_apart(:parcels) ELSE CAST('{}' AS text[]) END AS apart,
       ST_AsBinary(around.geom) AS neighbours, coalesce(around.faces, '{}') AS faces
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
CROSS JOIN LATERAL (
    SELECT ST_Collect(n.geom ORDER BY n.id) AS geom,
           array_agg(CASE WHEN n.condition IN ('Via', 'Bien_Uso_Publico', '4', '3') THEN 'public' ELSE 'private' END
                     ORDER BY n.id) AS faces
    FROM lindero.parcel n
    WHERE n.geom && ST_Expand(s.geom, CAST(:reach AS double precision) + 0.1) AND n.municipality = :municipality
      AND n.id <> ALL (:parcels) AND n.valid @> CAST(:onDay AS date) AND lindero.held(n.pub_from, n.pub_to, :at)
      -- an informal plot lies on a formal one, which is the neighbour
      AND n.condition IS DISTINCT FROM 'Informal' AND n.condition IS DISTINCT FROM '2'
) around;
