-- Strips along the lines of a theme on some ground where no official zones speak; see lindero.strips_on_target.
-- Parameters: parcels (bigint[], rows of lindero.parcel), target (hexadecimal EWKB, or null for the parcels), municipality, theme
-- (text), chain (text[]), onDay (date), at (bigint), halves (double[]), srid (integer, of the GeoJSON).
-- Result: code (null: the union of all), label, road_order, half_m, distance_m, planar_m2, geojson of the strip.
SELECT s.code, s.label, s.road_order, s.half_m, s.distance_m, s.planar_m2,
       CASE WHEN s.geom IS NOT NULL THEN lindero.exact_geojson(s.geom, :srid) END AS geojson
FROM (
    SELECT coalesce(CAST(CAST(:target AS text) AS geometry),
                    (SELECT ST_Union(p.geom ORDER BY p.id) FROM lindero.parcel p
                     WHERE p.id = ANY (:parcels) AND p.geom IS NOT NULL)) AS geom
    OFFSET 0
) t
CROSS JOIN LATERAL lindero.line_within_reach(t.geom, :municipality, :theme, :chain, CAST(:onDay AS date), :at,
                                             lindero.strip_reach(:theme, :halves)) near
CROSS JOIN LATERAL lindero.strips_on_target(t.geom, :municipality, :theme, :chain, CAST(:onDay AS date), :at, :halves) s
ORDER BY s.code NULLS LAST, s.road_order, s.half_m;
