-- The rasters that the zones of some themes are drawn from, with a plot as it lies on the grid of each. What newer plans have taken
-- over is cut away, as it is of zones.
-- Parameters: municipality, parcel (text), chain (text[]), themes (text[]), onDay (date), at (bigint).
-- Result: theme, dataset, content_id, origin_x, origin_y, step_x, step_y, columns, rows, cell_m, unit, classes (json text),
-- planar_m2 (of the plot that the raster speaks for, storage CRS), target (WKB of it in the CRS of the grid).
SELECT r.theme, r.dataset, r.content_id, c.origin_x, c.origin_y, c.step_x, c.step_y, c.columns, c.rows, c.cell_m, c.unit,
       r.classes::text AS classes, ST_Area(target.geom) AS planar_m2,
       ST_AsBinary(CASE WHEN c.crs = 'EPSG:' || ST_SRID(target.geom) THEN target.geom
                        ELSE ST_Transform(target.geom, c.crs) END) AS target
FROM lindero.raster r
JOIN lindero.raster_content c ON c.id = r.content_id
JOIN lindero.parcel p ON p.municipality = :municipality AND p.number = :parcel AND p.valid @> CAST(:onDay AS date)
    AND lindero.held(p.pub_from, p.pub_to, :at) AND p.geom IS NOT NULL
CROSS JOIN LATERAL (
    SELECT bool_or(d.coverage_kind <> 'polygon') AS wholly, ST_Union(d.coverage ORDER BY d.id) AS coverage
    FROM lindero.dataset d
    WHERE d.municipality = r.municipality AND d.kind = 'zones' AND d.theme = r.theme
      AND array_position(:chain, d.plan) < array_position(:chain, r.plan) AND lindero.held(d.pub_from, d.pub_to, :at)
) newer
CROSS JOIN LATERAL (
    SELECT CASE WHEN newer.coverage IS NULL THEN p.geom
                ELSE ST_CollectionExtract(ST_Difference(p.geom, newer.coverage), 3) END AS geom
    OFFSET 0
) target
WHERE r.municipality = :municipality AND r.theme = ANY (:themes) AND r.plan = ANY (:chain) AND r.valid @> CAST(:onDay AS date)
  AND lindero.held(r.pub_from, r.pub_to, :at) AND newer.wholly IS NOT TRUE AND NOT ST_IsEmpty(target.geom)
ORDER BY r.theme, array_position(:chain, r.plan), r.dataset;
