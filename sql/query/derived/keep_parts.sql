-- Measures a theme on parcels and keeps the result; parcels already measured in the scope are left alone.
-- Parameters: scope (int), parcels (bigint[]), municipality (text), chain (text[]), theme (text), onDay (date), at (bigint).
INSERT INTO lindero.derived_part (scope_id, parcel_id, role, zone_code, zone_ids, dimension, planar_m2, width_m, length_m,
                                  point_count, uncovered_m2, unknown_m2, outside_ground_m2, doubly_covered_m2,
                                  boundary_sensitive)
SELECT :scope, m.parcel_id, m.role, m.zone_code, m.zone_ids, m.dimension, m.planar_m2, m.width_m, m.length_m, m.point_count,
       m.uncovered_m2, m.unknown_m2, m.outside_ground_m2, m.doubly_covered_m2, m.boundary_sensitive
FROM lindero.measure_theme(
         ARRAY(SELECT u.id FROM unnest(:parcels) AS u(id)
               WHERE NOT EXISTS (SELECT FROM lindero.derived_part d
                                 WHERE d.parcel_id = u.id AND d.scope_id = :scope AND d.role = 'summary')),
         :municipality, :chain, :theme, :onDay, :at, false) m;
