-- The nearest line of a theme to a footprint: a channel of the riparian buffers, an axis of the road reservations.
-- Parameters: footprint (hexadecimal EWKB), municipality, theme (text), chain (text[]), onDay (date), at (bigint), srid (integer).
-- Result: at most one row; code of the line, distance_m, geojson of the shortest line between the two.
SELECT z.code, ST_Distance(z.geom, f.geom) AS distance_m, lindero.exact_geojson(ST_ShortestLine(z.geom, f.geom), :srid) AS geojson
FROM lindero.theme_lines(:municipality, :theme, :chain, CAST(:onDay AS date), :at) z
CROSS JOIN (SELECT CAST(:footprint AS geometry) AS geom) f
ORDER BY ST_Distance(z.geom, f.geom), z.code, z.id
LIMIT 1;
