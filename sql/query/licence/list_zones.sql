-- Zones on or near what a check judges, of several themes, and the strips along lines where no official zones speak, together.
-- Parameters: parcels (bigint[]), target (hexadecimal EWKB; null for the whole site), inside (boolean: whether the target lies wholly
-- on the one parcel; null not known), municipality (text), chain, themes (text[]), onDay (date), at (bigint), kept (boolean: whether
-- parts are kept of this publication), lined, halves (text[]: themes with strips, and of each its half widths, an array of double
-- precision as text), srid (integer) of the GeoJSON.
-- Result: as lindero.zones_of_themes, with geom as hexadecimal EWKB and as GeoJSON; with role 'strip' as lindero.strips_on_target:
-- code (null the union of all), label, road_order, half_m, distance_m, on_target_m2 its area, geojson.
SELECT z.theme, z.role, z.code, z.zone_ids, z.dimension, z.on_target_m2, z.on_site_m2, z.length_m, z.point_count, z.distance_m,
       z.is_sure, z.uncovered_m2, z.unknown_m2, encode(ST_AsEWKB(z.geom), 'hex') AS geom,
       lindero.exact_geojson(z.geom, :srid) AS geojson, NULL AS label, NULL AS road_order, NULL AS half_m
FROM lindero.zones_of_themes(:parcels, CAST(:target AS geometry), :municipality, :chain, :themes, CAST(:onDay AS date), :at,
                             :kept, :inside) z
UNION ALL
SELECT l.theme, 'strip', s.code, NULL, NULL, s.planar_m2, NULL, NULL, NULL, s.distance_m, NULL, NULL, NULL, NULL,
       lindero.exact_geojson(s.geom, :srid), s.label, s.road_order, s.half_m
FROM unnest(CAST(:lined AS text[]), CAST(:halves AS text[])) AS l (theme, halves)
CROSS JOIN LATERAL (
    SELECT coalesce(CAST(:target AS geometry),
                    (SELECT ST_Union(p.geom ORDER BY p.id) FROM lindero.parcel p
                     WHERE p.id = ANY (:parcels) AND p.geom IS NOT NULL)) AS geom
    OFFSET 0
) t
CROSS JOIN LATERAL lindero.strips_on_target(t.geom, :municipality, l.theme, :chain, CAST(:onDay AS date), :at,
                                            CAST(l.halves AS double precision[])) s
ORDER BY theme, role, code, dimension, road_order, half_m;
