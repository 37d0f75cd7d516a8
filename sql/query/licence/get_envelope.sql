-- Where a building may stand: ground without what lies nearer to lines than their distances and without forbidden ground. Arcs
-- are exact to 0.02 mm, so that what is drawn at the limit complies.
-- Parameters: ground (hexadecimal EWKB), lines (text[]: hexadecimal EWKB), distances (double precision[], m), forbidden (text[]:
-- hexadecimal EWKB of polygons, lines or points; of lines and points 1 mm around is taken, so that nothing touches them), srid
-- (integer). Result: one row; planar_m2, geojson (null where nothing is left).
SELECT coalesce(ST_Area(e.geom), 0) AS planar_m2, lindero.exact_geojson(e.geom, :srid) AS geojson
FROM (
    -- on the grid of a micrometre on which it is written: a sliver that collapses there would be a polygon no more
    SELECT ST_CollectionExtract(
               ST_ReducePrecision(
                   CASE WHEN taken.geom IS NULL THEN CAST(:ground AS geometry)
                        ELSE ST_Difference(CAST(:ground AS geometry), taken.geom) END, 0.000001), 3) AS geom
    FROM (
        SELECT ST_Union(t.geom ORDER BY t.n) AS geom
        FROM (
            SELECT l.n, lindero.exact_buffer(CAST(l.geom AS geometry), l.distance) AS geom
            FROM unnest(CAST(:lines AS text[]), CAST(:distances AS double precision[])) WITH ORDINALITY AS l (geom, distance, n)
            WHERE l.distance > 0
            UNION ALL
            SELECT 1000000 + f.n,
                   CASE WHEN ST_Dimension(CAST(f.geom AS geometry)) = 2 THEN CAST(f.geom AS geometry)
                        ELSE ST_Buffer(CAST(f.geom AS geometry), 0.001) END
            FROM unnest(CAST(:forbidden AS text[])) WITH ORDINALITY AS f (geom, n)
        ) t
    ) taken
) e;
