-- Findings in the order of the file, with their place in longitude, latitude.
-- Parameters: none. Result: level, code, key (text, null), fid (bigint, null), detail (json text), place (GeoJSON, null),
-- x, y (storage CRS, null).
SELECT f.level, f.code, f.fid, f.key, f.detail::text AS detail, lindero.place_in_degrees(f.place) AS place,
       ST_X(ST_Centroid(f.place)) AS x, ST_Y(ST_Centroid(f.place)) AS y
FROM finding f
ORDER BY f.level, f.fid NULLS FIRST, f.code, f.key, f.detail::text;
