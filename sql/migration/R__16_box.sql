-- A box as a geometry: a polygon, or what is left of it where it has no width or no height: a line, a point (a place that was clicked on
-- is asked for so). Arguments: corners in units of the CRS, x first, and its SRID.
CREATE OR REPLACE FUNCTION lindero.box(min_x double precision, min_y double precision,
                                       max_x double precision, max_y double precision, srid integer) RETURNS geometry
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ST_Envelope(ST_SetSRID(ST_MakeLine(ST_MakePoint(min_x, min_y), ST_MakePoint(max_x, max_y)), srid));
COMMENT ON FUNCTION lindero.box(double precision, double precision, double precision, double precision, integer) IS
    'Box as polygon, line or point, by its corners.';
