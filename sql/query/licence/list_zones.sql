-- Zones on or near what a check judges, of several themes. Parameters: parcels (bigint[]), target (hexadecimal EWKB; null for
-- the whole site), municipality (text), chain, themes (text[]), onDay (date), at (bigint), kept (boolean: whether parts are kept
-- of this publication), srid (integer) of the GeoJSON. Result: as lindero.zones_of_themes, with geom as hexadecimal EWKB and
-- as GeoJSON.
SELECT z.theme, z.role, z.code, z.zone_ids, z.dimension, z.on_target_m2, z.on_site_m2, z.length_m, z.point_count, z.distance_m,
       z.is_sure, z.uncovered_m2, z.unknown_m2, encode(ST_AsEWKB(z.geom), 'hex') AS geom,
       lindero.exact_geojson(z.geom, :srid) AS geojson
FROM lindero.zones_of_themes(:parcels, CAST(:target AS geometry), :municipality, :chain, :themes, CAST(:onDay AS date), :at,
                             :kept) z
ORDER BY z.theme, z.role, z.code, z.dimension;
