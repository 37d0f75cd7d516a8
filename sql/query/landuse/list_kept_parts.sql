-- Kept parts of a parcel for the plan that answers, of the themes whose kept days hold the day asked.
-- Parameters: parcel (bigint), municipality, plan (text), onDay (date).
-- Result: theme, the columns of lindero.measure_theme, label and sources of the zones.
SELECT s.theme, d.role, d.zone_code, d.dimension, d.planar_m2, d.width_m, d.length_m, d.point_count, d.uncovered_m2,
       d.unknown_m2, d.outside_ground_m2, d.doubly_covered_m2, d.boundary_sensitive, NULL::text AS geometry,
       z.label, z.sources
FROM lindero.derived_scope s
JOIN lindero.derived_part d ON d.parcel_id = :parcel AND d.scope_id = s.id
LEFT JOIN LATERAL lindero.zone_facts(d.zone_ids) z ON d.zone_ids IS NOT NULL
WHERE s.municipality = :municipality AND s.plan = :plan AND s.during @> CAST(:onDay AS date)
ORDER BY s.theme, d.role, d.planar_m2 DESC, d.zone_code, d.dimension;
