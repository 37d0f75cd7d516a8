-- How many parcels of a municipality have no kept parts of a theme yet. Parameters: municipality, plan, theme (text), onDay (date).
-- Result: parcels, unmeasured (bigint). Relies on derived_part_parcel.
SELECT count(*) AS parcels,
       count(*) FILTER (WHERE NOT EXISTS (
           SELECT FROM lindero.derived_scope s
           JOIN lindero.derived_part d ON d.scope_id = s.id AND d.parcel_id = p.id AND d.role = 'summary'
           WHERE s.municipality = :municipality AND s.plan = :plan AND s.theme = :theme AND s.during @> CAST(:onDay AS date)))
           AS unmeasured
FROM lindero.parcel p
WHERE p.municipality = :municipality AND p.pub_to IS NULL AND p.geom IS NOT NULL;
