-- Projects that may meet a box, so that only these are drawn: by their own geometries or by plots of parcels that they name. A
-- template: <column> is the copy in the box's CRS. Parameters: municipality (text); minX, minY, maxX, maxY (double precision),
-- boxSrid (int). Relies on project_geom_4326 and _3857, parcel_geom_4326 and _3857, project_place_parcel.
AND f.id IN (
    SELECT n.id
    FROM lindero.project n
    WHERE n.municipality = :municipality
      AND n.<column> && (SELECT ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, CAST(:boxSrid AS integer)))
    UNION ALL
    SELECT g.project_id
    FROM lindero.parcel c
    JOIN lindero.project_place g ON g.parcel = c.number
    WHERE c.municipality = :municipality
      AND c.<column> && (SELECT ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, CAST(:boxSrid AS integer))))
