-- What vector tiles need of a row besides its geometry.

-- A number from 0 to 1 that is the row's own: it decides which of many rows too small to be seen stand for all of them, the
-- same in every tile and at every zoom.
CREATE OR REPLACE FUNCTION lindero.tile_lot(row_id bigint) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (hashint8(row_id)::bigint + 2147483648) / 4294967296.0::double precision;
COMMENT ON FUNCTION lindero.tile_lot(bigint) IS 'Number from 0 to 1 that is a row''s own, for thinning what is too small to be seen.';

-- Area (m2) of a polygon, length (m) of a line, in the units of EPSG:3857; null for points, which have no size.
CREATE OR REPLACE FUNCTION lindero.tile_size(geom geometry) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE ST_Dimension(geom) WHEN 2 THEN ST_Area(geom) WHEN 1 THEN ST_Length(geom) END;
COMMENT ON FUNCTION lindero.tile_size(geometry) IS 'Area or length of a geometry in EPSG:3857, null for points.';
