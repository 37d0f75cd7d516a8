-- Territories of a municipality on a day, at a publication, as alias f. Parameters: municipality (text), onDay (date),
-- at (bigint). Relies on territory_municipality_kind_code, territory_geom_4326.
FROM lindero.territory f
WHERE f.municipality = :municipality AND f.valid @> CAST(:onDay AS date)
  AND lindero.held(f.pub_from, f.pub_to, CAST(:at AS bigint))
