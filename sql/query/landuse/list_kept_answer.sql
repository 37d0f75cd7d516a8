-- Everything of a warm answer in one statement, and so from one snapshot and in one round trip: the newest publication, the
-- parcel with a number, its kept parts for the plan that answers (as list_kept_parts), and its buildings (as list_buildings).
-- Parameters: value (text, a number), plan (text), onDay (date).
-- Result: the publication and the parcel on every row; role is null where nothing is kept, 'building' on a building's row.
-- Relies on parcel_number, derived_part_parcel, building_parcel.
SELECT n.id AS publication, n.at, p.id, p.municipality, p.dataset, p.number, p.previous_number, p.nupre, p.folio, p.address,
       p.registered_area_m2, p.destination, p.condition, p.planar_m2 AS plot_m2, p.ellipsoid_m2,
       f.theme, f.role, f.zone_code, f.dimension, f.planar_m2, f.width_m, f.length_m, f.point_count, f.uncovered_m2,
       f.unknown_m2, f.outside_ground_m2, f.doubly_covered_m2, f.boundary_sensitive, NULL::text AS geometry, f.label, f.sources,
       f.floors, f.built_area_m2, f.use, f.year
FROM (SELECT w.id, w.at FROM lindero.publication w ORDER BY w.id DESC LIMIT 1) n
JOIN lindero.parcel p ON p.number = :value AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, n.id)
LEFT JOIN LATERAL (
    SELECT s.theme, d.role, d.zone_code, d.dimension, d.planar_m2, d.width_m, d.length_m, d.point_count, d.uncovered_m2,
           d.unknown_m2, d.outside_ground_m2, d.doubly_covered_m2, d.boundary_sensitive, z.label, z.sources,
           NULL::integer AS floors, NULL::double precision AS built_area_m2, NULL::text AS use, NULL::integer AS year,
           NULL::bigint AS building
    FROM lindero.derived_part d
    JOIN lindero.derived_scope s ON s.id = d.scope_id AND s.municipality = p.municipality AND s.plan = :plan
        AND s.during @> CAST(:onDay AS date)
    LEFT JOIN LATERAL lindero.zone_facts(d.zone_ids) z ON d.zone_ids IS NOT NULL
    WHERE d.parcel_id = p.id
    UNION ALL
    SELECT NULL, 'building', b.number, NULL, b.planar_m2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
           b.floors, b.built_area_m2, b.use, b.year, b.id
    FROM lindero.building b
    WHERE b.municipality = p.municipality AND b.parcel = p.number AND b.valid @> CAST(:onDay AS date)
      AND lindero.held(b.pub_from, b.pub_to, n.id)
) f ON true
ORDER BY p.id, f.theme, f.role, CASE WHEN f.building IS NULL THEN f.planar_m2 END DESC, f.zone_code, f.dimension, f.building;
