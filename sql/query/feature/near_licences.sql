-- Licences that may meet a box, so that only these are drawn: by their own geometry or, without one, by plots of parcels that they
-- name. A template: <column> is the copy in the box's CRS. Parameters: municipality (text); minX, minY, maxX, maxY (double
-- precision), boxSrid (int). Relies on licence_geom_4326 and _3857, parcel_geom_4326 and _3857, licence_parcels.
AND f.id IN (
    SELECT n.id
    FROM lindero.licence n
    WHERE n.municipality = :municipality
      AND n.<column> && (SELECT ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, CAST(:boxSrid AS integer)))
    UNION ALL
    SELECT n.id
    FROM lindero.parcel c
    JOIN lindero.licence n ON n.parcels @> ARRAY[c.number]
    WHERE c.municipality = :municipality AND n.municipality = :municipality AND n.geom IS NULL
      AND c.<column> && (SELECT ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, CAST(:boxSrid AS integer))))
