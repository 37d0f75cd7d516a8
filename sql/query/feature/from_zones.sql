-- Zones of a theme of which one plan speaks, as alias f. Parameters: layer (int), onDay (date), at (bigint).
-- Relies on zone_layer_key, zone_layer_geom_4326.
FROM lindero.zone f
WHERE f.layer = :layer AND f.valid @> CAST(:onDay AS date)
  AND lindero.held(f.pub_from, f.pub_to, CAST(:at AS bigint))
