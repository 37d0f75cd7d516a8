-- The nearest line of a theme to a footprint: a channel of the riparian buffers, an axis of the road reservations.
-- Parameters: footprint (hexadecimal EWKB), municipality, theme (text), chain (text[]), onDay (date), at (bigint), srid (integer).
-- Result: at most one row; code of the line, distance_m, geojson of the shortest line between the two.
SELECT z.code, ST_Distance(z.geom, f.geom) AS distance_m, lindero.exact_geojson(ST_ShortestLine(z.geom, f.geom), :srid) AS geojson
FROM lindero.zone z
CROSS JOIN (SELECT CAST(:footprint AS geometry) AS geom) f
WHERE z.municipality = :municipality AND z.theme = :theme AND z.plan = ANY (:chain) AND ST_Dimension(z.geom) = 1
  AND z.valid @> CAST(:onDay AS date) AND lindero.held(z.pub_from, z.pub_to, :at)
ORDER BY ST_Distance(z.geom, f.geom), z.code, z.id
LIMIT 1;
