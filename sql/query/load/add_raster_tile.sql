-- Adds a tile of cells. Parameters: tileRow, tileColumn (integer), cells (bytea, deflated). Result: none.
INSERT INTO tile (tile_row, tile_col, cells) VALUES (:tileRow, :tileColumn, :cells);
