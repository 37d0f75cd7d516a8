-- Parts of a parcel measured now, for any day, plan and publication.
-- Parameters: parcel (bigint), municipality (text), chain (text[]), theme (text), onDay (date), at (bigint),
-- geometry (boolean). Result: as list_kept_parts; geometry as GeoJSON in longitude, latitude where asked for.
SELECT CAST(:theme AS text) AS theme, m.role, m.zone_code, m.dimension, m.planar_m2, m.width_m, m.length_m, m.point_count,
       m.uncovered_m2, m.unknown_m2, m.outside_ground_m2, m.doubly_covered_m2, m.boundary_sensitive,
       ST_AsGeoJSON(ST_Transform(m.geom, 4326), 9) AS geometry, z.label, z.sources
FROM lindero.measure_theme(ARRAY[CAST(:parcel AS bigint)], :municipality, :chain, :theme, CAST(:onDay AS date), :at,
                           :geometry) m
LEFT JOIN LATERAL lindero.zone_facts(m.zone_ids) z ON m.zone_ids IS NOT NULL
ORDER BY m.role, m.planar_m2 DESC, m.zone_code, m.dimension;
