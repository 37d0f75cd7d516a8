-- Tiles of a raster within a box of tiles. Parameters: content (bigint), fromRow, toRow, fromColumn, toColumn (integer, both ends
-- included). Result: tile_row, tile_col, cells (bytea, deflated 32-bit values). Relies on raster_tile_pkey.
SELECT t.tile_row, t.tile_col, t.cells
FROM lindero.raster_tile t
WHERE t.content_id = :content AND t.tile_row BETWEEN :fromRow AND :toRow AND t.tile_col BETWEEN :fromColumn AND :toColumn
ORDER BY t.tile_row, t.tile_col;
