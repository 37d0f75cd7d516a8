-- Zones on or near what a check judges, of one theme. Parameters: parcels (bigint[]), target (hexadecimal EWKB; null for the
-- whole site), municipality (text), chain (text[]), theme (text), onDay (date), at (bigint), srid (integer) of the GeoJSON.
-- Result: as lindero.zones_on_target, with geom as hexadecimal EWKB and as GeoJSON.
SELECT z.role, z.code, z.label, z.sources, z.attributes, z.dimension, z.on_target_m2, z.on_site_m2, z.length_m, z.point_count,
       z.distance_m, z.is_sure, z.uncovered_m2, z.unknown_m2, encode(ST_AsEWKB(z.geom), 'hex') AS geom,
       lindero.exact_geojson(z.geom, :srid) AS geojson
FROM lindero.zones_on_target(:parcels, CAST(:target AS geometry), :municipality, :chain, :theme, CAST(:onDay AS date), :at) z;
