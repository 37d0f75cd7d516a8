-- Which ground of parcels lies in which zone of a theme that two states of a plan draw alike: from kept parts where the plan
-- kept is one of the two at the newest publication, measured once where nothing is kept.
-- Parameters: parcels (bigint[]), municipality, keptPlan (text; null: take nothing kept), theme (text), chain (text[]),
-- onDay (date), at (bigint).
-- Result: parcel_id, zone (text), m2 (double precision; null for lines and points).
WITH kept AS MATERIALIZED (
    SELECT d.parcel_id, d.role, d.zone_code, d.dimension, d.planar_m2
    FROM lindero.derived_scope s
    JOIN lindero.derived_part d ON d.scope_id = s.id AND d.parcel_id = ANY (:parcels)
    WHERE s.municipality = :municipality AND s.plan = CAST(:keptPlan AS text) AND s.theme = :theme
      AND s.during @> CAST(:onDay AS date)
),
part AS (
    SELECT k.parcel_id, k.zone_code, k.dimension, k.planar_m2 FROM kept k WHERE k.role = 'part'
    UNION ALL
    SELECT m.parcel_id, m.zone_code, m.dimension, m.planar_m2
    FROM lindero.measure_theme(
             ARRAY(SELECT u.id FROM unnest(:parcels) AS u(id)
                   WHERE NOT EXISTS (SELECT FROM kept k WHERE k.parcel_id = u.id AND k.role = 'summary') ORDER BY u.id),
             :municipality, :chain, :theme, CAST(:onDay AS date), :at, false) m
    WHERE m.role = 'part'
)
SELECT p.parcel_id, p.zone_code AS zone, CASE WHEN p.dimension = 2 THEN p.planar_m2 END AS m2
FROM part p
WHERE p.dimension < 2 OR p.planar_m2 >= 0.01
ORDER BY p.parcel_id, p.zone_code, m2;
