-- Keeps a grid and its cells for good; cells that are kept already are not kept twice.
-- Parameters: sha256, crs, unit (text), originX, originY, stepX, stepY, cellM (double), columns, rows (integer).
-- Result: id (bigint).
WITH added AS (
    INSERT INTO lindero.raster_content (sha256, crs, origin_x, origin_y, step_x, step_y, columns, rows, cell_m, unit)
    VALUES (:sha256, :crs, :originX, :originY, :stepX, :stepY, :columns, :rows, :cellM, :unit)
    ON CONFLICT (sha256) DO NOTHING
    RETURNING id
),
kept AS (
    INSERT INTO lindero.raster_tile (content_id, tile_row, tile_col, cells)
    SELECT a.id, t.tile_row, t.tile_col, t.cells FROM added a CROSS JOIN tile t
)
SELECT a.id FROM added a
UNION ALL
SELECT c.id FROM lindero.raster_content c WHERE c.sha256 = :sha256
LIMIT 1;
