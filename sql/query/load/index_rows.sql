-- Index for the checks among rows. Parameters: none. Result: none.
CREATE INDEX row_geom ON row USING gist (geom);
ANALYZE row;
