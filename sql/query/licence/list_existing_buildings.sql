-- Buildings that the cadastre ties to the parcels of a site, or that stand on it. Parameters: parcels (bigint[]), numbers
-- (text[]), municipality (text), onDay (date), at (bigint). Result: geom as hexadecimal EWKB, null where it is not drawn.
SELECT b.number, b.floors, b.built_area_m2, b.planar_m2, encode(ST_AsEWKB(b.geom), 'hex') AS geom
FROM lindero.building b
WHERE b.municipality = :municipality AND b.valid @> CAST(:onDay AS date) AND lindero.held(b.pub_from, b.pub_to, :at)
  AND (b.parcel = ANY (:numbers)
       OR (b.parcel IS NULL
           AND EXISTS (SELECT FROM lindero.parcel p
                       WHERE p.id = ANY (:parcels) AND p.geom && b.geom AND ST_Intersects(p.geom, ST_PointOnSurface(b.geom)))))
ORDER BY b.number, b.id;
