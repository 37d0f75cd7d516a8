-- What is at hand of what a check judges without measuring themes: the kept parts of the one parcel of the site, and which themes
-- have lines so near that strips along them may lie on it (plan/list_strips tells them).
-- Parameters: parcels (bigint[]), target (hexadecimal EWKB; null for the whole site), municipality (text), chain, themes (text[]; of
-- which parts are asked for), onDay (date), at (bigint, for the lines), lined, halves (text[]: themes with strips, and of each its
-- half widths, an array of double precision as text).
-- Result: rows of lindero.derived_part, by their role; with role 'line' a theme of which a line is near. In no order: sorting by texts
-- takes a third of the time, and Java puts measured and kept zones in one. Relies on derived_part_parcel, zone_layer_geom.
SELECT s.theme, d.role, d.zone_code AS code, d.zone_ids, d.dimension, d.planar_m2, d.uncovered_m2, d.unknown_m2, d.boundary_sensitive
FROM lindero.derived_scope s
JOIN lindero.derived_part d ON d.scope_id = s.id AND d.parcel_id = (CAST(:parcels AS bigint[]))[1]
WHERE s.municipality = :municipality AND s.plan = (CAST(:chain AS text[]))[1] AND s.theme = ANY (:themes)
  AND s.during @> CAST(:onDay AS date)
UNION ALL
SELECT l.theme, 'line', NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM unnest(CAST(:lined AS text[]), CAST(:halves AS text[])) AS l (theme, halves)
CROSS JOIN LATERAL (
    SELECT coalesce(CAST(CAST(:target AS text) AS geometry),
                    (SELECT ST_Union(p.geom ORDER BY p.id) FROM lindero.parcel p
                     WHERE p.id = ANY (:parcels) AND p.geom IS NOT NULL)) AS geom
    OFFSET 0
) t
CROSS JOIN LATERAL lindero.line_within_reach(t.geom, :municipality, l.theme, :chain, CAST(:onDay AS date), :at,
                                             lindero.strip_reach(l.theme, CAST(l.halves AS double precision[]))) near;
