-- How many parcels of a municipality lack kept parts of some of the themes of a plan. Parameters: municipality, plan (text),
-- themes (text[], each once), onDay (date). Result: parcels, unmeasured (bigint). Relies on derived_part_parcel.
WITH scope AS MATERIALIZED (
    SELECT s.id
    FROM lindero.derived_scope s
    WHERE s.municipality = :municipality AND s.plan = :plan AND s.theme = ANY (:themes) AND s.during @> CAST(:onDay AS date)
)
SELECT count(*) AS parcels,
       count(*) FILTER (WHERE (
           SELECT count(*)
           FROM lindero.derived_part d
           WHERE d.parcel_id = p.id AND d.scope_id = ANY (ARRAY(SELECT s.id FROM scope s)) AND d.role = 'summary')
           < cardinality(CAST(:themes AS text[]))) AS unmeasured
FROM lindero.parcel p
WHERE p.municipality = :municipality AND p.pub_to IS NULL AND p.geom IS NOT NULL;
