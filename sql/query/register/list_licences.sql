-- Licences by number, filtered; a licence lies on a parcel that it names, or on whose ground it is drawn.
-- Parameters: municipality (text), number, parcel, class, status (text, null for any), onDay (date), at (bigint), after (text),
-- limit (int).
-- Result: rows of licence; geometry (GeoJSON in longitude, latitude, 7 decimals: about a centimetre) drawn, else of the parcels
-- that are known, null where neither is. Relies on licence_number, licence_parcels.
SELECT l.municipality, l.number, l.dataset, l.class, l.other_classes, l.modalities, l.status, l.filed_on, l.observed_on, l.answered_on, l.decided_on,
       l.notified_on, l.final_on, l.extension_final_on, l.act, l.parcels, l.area_m2, l.dwellings, l.floors, l.use,
       ST_AsGeoJSON(coalesce(l.geom_4326, plots.geom), 7) AS geometry
FROM lindero.licence l
LEFT JOIN LATERAL (
    SELECT ST_Multi(ST_Union(p.geom_4326 ORDER BY p.number)) AS geom
    FROM lindero.parcel p
    WHERE l.geom IS NULL AND p.number = ANY (l.parcels) AND p.municipality = l.municipality AND p.geom IS NOT NULL
      AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, :at)
) plots ON true
WHERE l.municipality = :municipality AND l.number > :after COLLATE "C" AND l.valid @> CAST(:onDay AS date)
  AND lindero.held(l.pub_from, l.pub_to, :at)
  AND (CAST(:number AS text) IS NULL OR l.number = :number)
  AND (CAST(:class AS text) IS NULL OR l.class = :class)
  AND (CAST(:status AS text) IS NULL OR l.status = :status)
  AND (CAST(:parcel AS text) IS NULL OR l.parcels @> ARRAY[CAST(:parcel AS text)]
       OR (l.geom IS NOT NULL AND EXISTS (
               SELECT FROM lindero.parcel q
               WHERE q.municipality = l.municipality AND q.number = CAST(:parcel AS text) AND q.valid @> CAST(:onDay AS date)
                 AND lindero.held(q.pub_from, q.pub_to, :at) AND ST_Intersects(q.geom, l.geom) AND NOT ST_Touches(q.geom, l.geom))))
ORDER BY l.number
LIMIT :limit;
