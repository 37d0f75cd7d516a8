-- Outlines of the groups by which exposure is counted, for maps.
-- Parameters: municipality (text), chain (text[]), by (text), onDay (date), at (bigint).
-- Result: code (text), geometry (GeoJSON in longitude, latitude, 7 decimals: about a centimetre; outer rings counterclockwise, as
-- RFC 7946 asks).
SELECT g.code, ST_AsGeoJSON(ST_ForcePolygonCCW(ST_Transform(g.geom, 4326)), 7) AS geometry
FROM lindero.exposure_groups(:municipality, :chain, :by, CAST(:onDay AS date), :at) g
ORDER BY g.code COLLATE "C";
