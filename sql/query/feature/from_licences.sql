-- Licences of a municipality's register on a day, at a publication, as alias f, drawn as their file draws them, else on the plots
-- of the parcels that they name; null where neither is known. Parameters: municipality (text), onDay (date), at (bigint).
-- Relies on licence_number, parcel_municipality_number.
FROM (
    SELECT l.id, l.number, l.class, array_to_string(l.modalities, ', ') AS modalities, l.status, l.filed_on, l.observed_on,
           l.answered_on, l.decided_on, l.notified_on, l.final_on, l.extension_final_on, l.act,
           array_to_string(l.parcels, ', ') AS parcels, l.area_m2, l.dwellings, l.floors, l.use, l.municipality, l.valid,
           coalesce(l.geom, plots.geom) AS geom, coalesce(l.geom_4326, plots.geom_4326) AS geom_4326,
           CASE WHEN l.geom IS NULL THEN plots.geom_3857 ELSE l.geom_3857 END AS geom_3857
    FROM lindero.licence l
    LEFT JOIN LATERAL (
        SELECT ST_Union(c.geom ORDER BY c.number) AS geom, ST_Union(c.geom_4326 ORDER BY c.number) AS geom_4326,
               ST_Union(c.geom_3857 ORDER BY c.number) AS geom_3857
        FROM lindero.parcel c
        WHERE l.geom IS NULL AND c.municipality = :municipality AND c.number = ANY (l.parcels) AND c.valid @> CAST(:onDay AS date)
          AND lindero.held(c.pub_from, c.pub_to, CAST(:at AS bigint))
    ) plots ON true
    WHERE l.municipality = :municipality AND l.valid @> CAST(:onDay AS date)
      AND lindero.held(l.pub_from, l.pub_to, CAST(:at AS bigint))
) f
WHERE true
