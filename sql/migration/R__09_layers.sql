-- The smallest territory in which a plot lies, on a day, at a publication: the one that holds a place on the plot. The
-- municipality itself does not count. Null where there is none, or no plot.
CREATE OR REPLACE FUNCTION lindero.territory_of(plot geometry, of_municipality text, on_day date, at bigint) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT t.code
        FROM lindero.territory t
        WHERE t.municipality = of_municipality AND t.kind <> 'municipio' AND t.valid @> on_day
          AND lindero.held(t.pub_from, t.pub_to, at) AND ST_Intersects(t.geom, ST_PointOnSurface(plot))
        ORDER BY t.planar_m2, t.kind, t.code
        LIMIT 1);
COMMENT ON FUNCTION lindero.territory_of(geometry, text, date, bigint) IS
    'Code of the smallest territory that holds a place on a plot (storage CRS); null where none does.';

-- The day that a text of a file's attribute states as YYYY-MM-DD; null where it states none that exists.
CREATE OR REPLACE FUNCTION lindero.iso_day_from(text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN $1 ~ '^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
                THEN CASE WHEN substr($1, 9, 2)::integer
                               <= extract(day FROM make_date(substr($1, 1, 4)::integer, substr($1, 6, 2)::integer, 1)
                                                   + interval '1 month - 1 day')
                          THEN make_date(substr($1, 1, 4)::integer, substr($1, 6, 2)::integer, substr($1, 9, 2)::integer) END END;
COMMENT ON FUNCTION lindero.iso_day_from(text) IS 'Day that a text states as YYYY-MM-DD; null where it states none that exists.';
