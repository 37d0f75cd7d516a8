-- Zones on or near what a check judges, of several themes. Parameters: parcels (bigint[]), target (hexadecimal EWKB; null for
-- the whole site), municipality (text), chain, themes (text[]), onDay (date), at (bigint), kept (boolean: whether parts are kept
-- of this publication), srid (integer) of the GeoJSON. Result: as lindero.zones_of_themes, with geom as hexadecimal EWKB and
-- as GeoJSON, and what the zone states of hazard and risk: rank (3 Alta .. 0 not stated; the highest of its rows) and mitigable (boolean, null not stated; false where a row states so).
SELECT z.theme, z.role, z.code, z.label, z.sources, s.rank, s.mitigable, z.dimension, z.on_target_m2, z.on_site_m2, z.length_m,
       z.point_count, z.distance_m, z.is_sure, z.uncovered_m2, z.unknown_m2, encode(ST_AsEWKB(z.geom), 'hex') AS geom,
       lindero.exact_geojson(z.geom, :srid) AS geojson
FROM lindero.zones_of_themes(:parcels, CAST(:target AS geometry), :municipality, :chain, :themes, CAST(:onDay AS date), :at,
                             :kept) z
CROSS JOIN LATERAL (
    SELECT max(lindero.zone_rank(z.code, a.attributes)) AS rank,
           bool_and(lindero.zone_mitigable(z.code, z.label, a.attributes)) AS mitigable
    FROM jsonb_array_elements(CAST(z.attributes AS jsonb)) a (attributes)
) s
ORDER BY z.theme, z.role, z.code, z.dimension;
