-- Hazard rasters: the cells of a GeoTIFF as they were delivered, in its own coordinates, and which dataset held which cells.
-- Cells never change; what changes is which of them a dataset holds, for which legal days, and how they are classed.

CREATE TABLE lindero.raster_content (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256  text NOT NULL UNIQUE,
    crs     text NOT NULL,
    origin_x double precision NOT NULL,
    origin_y double precision NOT NULL,
    step_x  double precision NOT NULL CHECK (step_x > 0),
    step_y  double precision NOT NULL CHECK (step_y <> 0),
    columns integer NOT NULL CHECK (columns > 0),
    rows    integer NOT NULL CHECK (rows > 0),
    cell_m  double precision NOT NULL CHECK (cell_m > 0),
    unit    text
);
COMMENT ON TABLE lindero.raster_content IS 'Grids of hazard rasters; the cells are in raster_tile. Never changed.';
COMMENT ON COLUMN lindero.raster_content.id IS 'Identifier.';
COMMENT ON COLUMN lindero.raster_content.sha256 IS 'SHA-256 of the grid and of all its cells, hexadecimal.';
COMMENT ON COLUMN lindero.raster_content.crs IS 'Coordinate reference system of the grid: authority and code, or WKT; x = easting or longitude.';
COMMENT ON COLUMN lindero.raster_content.origin_x IS 'x of the outer corner of the first cell, in the grid''s CRS.';
COMMENT ON COLUMN lindero.raster_content.origin_y IS 'y of the outer corner of the first cell, in the grid''s CRS.';
COMMENT ON COLUMN lindero.raster_content.step_x IS 'Width of a cell, in units of the grid''s CRS.';
COMMENT ON COLUMN lindero.raster_content.step_y IS 'Height of a cell, in units of the grid''s CRS; negative where the first row is the northernmost.';
COMMENT ON COLUMN lindero.raster_content.columns IS 'Cells in a row.';
COMMENT ON COLUMN lindero.raster_content.rows IS 'Rows.';
COMMENT ON COLUMN lindero.raster_content.cell_m IS 'Longer side of the cell in the middle, m, in the storage CRS: the accuracy of what is drawn from the raster.';
COMMENT ON COLUMN lindero.raster_content.unit IS 'Unit of the values; null where neither the file nor the load says it.';

CREATE TABLE lindero.raster_tile (
    content_id bigint NOT NULL REFERENCES lindero.raster_content,
    tile_row   integer NOT NULL,
    tile_col   integer NOT NULL,
    cells      bytea NOT NULL,
    PRIMARY KEY (content_id, tile_row, tile_col)
);
ALTER TABLE lindero.raster_tile ALTER COLUMN cells SET STORAGE EXTERNAL;
COMMENT ON TABLE lindero.raster_tile IS 'Cells of rasters in tiles of 256 x 256; a tile without any value has no row.';
COMMENT ON COLUMN lindero.raster_tile.content_id IS 'Grid.';
COMMENT ON COLUMN lindero.raster_tile.tile_row IS 'Row of tiles, from 0 at the first row of cells.';
COMMENT ON COLUMN lindero.raster_tile.tile_col IS 'Column of tiles, from 0.';
COMMENT ON COLUMN lindero.raster_tile.cells IS 'Values, 32-bit IEEE big-endian, row by row, deflated (RFC 1950); not-a-number where there is no value.';

CREATE TABLE lindero.raster (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality text NOT NULL,
    plan         text NOT NULL,
    theme        text NOT NULL,
    dataset      text NOT NULL,
    content_id   bigint NOT NULL REFERENCES lindero.raster_content,
    classes      jsonb NOT NULL,
    valid        daterange NOT NULL CHECK (NOT isempty(valid)),
    pub_from     bigint NOT NULL,
    pub_to       bigint CHECK (pub_to > pub_from)
);
CREATE INDEX raster_scope ON lindero.raster (municipality, theme);
COMMENT ON TABLE lindero.raster IS 'Which cells a dataset of zones was drawn from, so that a parcel can be told the values on it.';
COMMENT ON COLUMN lindero.raster.id IS 'Identifier of the row.';
COMMENT ON COLUMN lindero.raster.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.raster.plan IS 'Code of the plan.';
COMMENT ON COLUMN lindero.raster.theme IS 'Code of the theme.';
COMMENT ON COLUMN lindero.raster.dataset IS 'Name of the dataset.';
COMMENT ON COLUMN lindero.raster.content_id IS 'Grid and cells.';
COMMENT ON COLUMN lindero.raster.classes IS 'How values became levels: {"by": "threshold" or "value", "classes": [{"level", "value"}]}, lowest threshold first.';
COMMENT ON COLUMN lindero.raster.valid IS 'Legal days on which the dataset holds these cells.';
COMMENT ON COLUMN lindero.raster.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.raster.pub_to IS 'Publication that took the row away; null while current.';
