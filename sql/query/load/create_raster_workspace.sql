-- Tables that the load of a raster works with, in the load's own schema: pieces of one class (100: any value) in the CRS of the
-- raster, tiles of cells, the ground that has values, and the zones as table "raw", as a reader of files would leave them.
-- Parameters: none. Result: none.
CREATE UNLOGGED TABLE piece (class smallint NOT NULL, geom geometry NOT NULL);
CREATE UNLOGGED TABLE tile (tile_row integer NOT NULL, tile_col integer NOT NULL, cells bytea NOT NULL);
ALTER TABLE tile ALTER COLUMN cells SET STORAGE EXTERNAL;
CREATE UNLOGGED TABLE ground (geom geometry NOT NULL);
CREATE UNLOGGED TABLE raw (
    fid        bigint NOT NULL,
    code       text NOT NULL,
    label      text NOT NULL,
    level      text NOT NULL,
    value_from text,
    value_to   text,
    unit       text,
    geom       geometry NOT NULL
);
