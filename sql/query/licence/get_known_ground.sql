-- The ground of which the cadastre of a municipality speaks. Parameters: municipality (text), onDay (date), at (bigint).
-- Result: one row; everywhere (boolean: all of the municipality), coverage (EWKB of polygons, null where none is drawn), municipal_limit
-- (EWKB; null where it is not loaded).
SELECT d.everywhere, ST_AsEWKB(d.coverage) AS coverage, ST_AsEWKB(l.geom) AS municipal_limit
FROM (
    SELECT coalesce(bool_or(d.coverage_kind <> 'polygon'), false) AS everywhere, ST_Union(d.coverage ORDER BY d.id) AS coverage
    FROM lindero.dataset d
    WHERE d.municipality = :municipality AND d.kind = 'parcels' AND lindero.held(d.pub_from, d.pub_to, :at)
) d
CROSS JOIN (
    SELECT ST_Union(t.geom ORDER BY t.id) AS geom
    FROM lindero.territory t
    WHERE t.municipality = :municipality AND t.kind = 'municipio' AND t.valid @> CAST(:onDay AS date)
      AND lindero.held(t.pub_from, t.pub_to, :at)
) l;
