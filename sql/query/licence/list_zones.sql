-- Zones on or near what a check judges, of several themes, measured. Parameters: parcels (bigint[]), target (hexadecimal EWKB; null for
-- the whole site), municipality (text), chain, themes (text[]), onDay (date), at (bigint), srid (integer) of the GeoJSON.
-- Result: theme, and as lindero.zones_on_target, with geom as hexadecimal EWKB and as GeoJSON. In no order: Java puts
-- measured and kept zones in one.
SELECT t.code AS theme, z.role, z.code, z.zone_ids, z.dimension, z.on_target_m2, z.on_site_m2, z.length_m, z.point_count,
       z.distance_m, z.is_sure, z.uncovered_m2, z.unknown_m2, encode(ST_AsEWKB(z.geom), 'hex') AS geom,
       lindero.exact_geojson(z.geom, :srid) AS geojson
FROM unnest(CAST(:themes AS text[])) AS t (code)
CROSS JOIN LATERAL lindero.zones_on_target(:parcels, CAST(:target AS geometry), :municipality, :chain, t.code, CAST(:onDay AS date),
                                           :at) z;
