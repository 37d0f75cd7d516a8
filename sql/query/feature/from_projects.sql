-- Projects of a municipality's bank on a day, at a publication, as alias f, drawn where their places are: their own geometries and
-- the plots of the parcels that they name; null where neither is known. Parameters: municipality (text), onDay (date), at (bigint).
-- Relies on project_code, project_place's key, parcel_municipality_number.
FROM (
    SELECT p.id, p.code, p.bpin, p.name, p.purpose, p.axis, p.programme, p.product, p.indicator, p.office, p.stage, p.start_on,
           p.end_on, p.people_served, p.physical_percent, p.declared_total, p.planned, p.committed, p.obliged, p.paid, p.municipality, p.valid,
           CASE WHEN plots.geom IS NULL THEN p.geom ELSE ST_CollectionHomogenize(ST_Collect(p.geom, plots.geom)) END AS geom,
           CASE WHEN plots.geom IS NULL THEN p.geom_4326
                ELSE ST_CollectionHomogenize(ST_Collect(p.geom_4326, plots.geom_4326)) END AS geom_4326,
           CASE WHEN plots.geom IS NULL THEN p.geom_3857
                ELSE ST_CollectionHomogenize(ST_Collect(p.geom_3857, plots.geom_3857)) END AS geom_3857
    FROM lindero.project p
    LEFT JOIN LATERAL (
        SELECT ST_Union(c.geom ORDER BY c.number) AS geom, ST_Union(c.geom_4326 ORDER BY c.number) AS geom_4326,
               ST_Union(c.geom_3857 ORDER BY c.number) AS geom_3857
        FROM lindero.project_place g
        JOIN lindero.parcel c ON c.municipality = :municipality AND c.number = g.parcel AND c.valid @> CAST(:onDay AS date)
            AND lindero.held(c.pub_from, c.pub_to, CAST(:at AS bigint))
        WHERE g.project_id = p.id AND g.parcel IS NOT NULL
    ) plots ON true
    WHERE p.municipality = :municipality AND p.valid @> CAST(:onDay AS date)
      AND lindero.held(p.pub_from, p.pub_to, CAST(:at AS bigint))
) f
WHERE true
