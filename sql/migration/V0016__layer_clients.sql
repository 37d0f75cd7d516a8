-- Copies in degrees hold the very coordinates that are published: nine decimals, 0.1 mm. Until now they had the last digits of a
-- transformation there and back, so that a place taken from an answer was equal to nothing and touched nothing.
-- Locks: parcel, building, territory, zone, project and licence are written once over; about 12 s for each 100,000 rows.

-- Copy of a geometry in EPSG:4326, x = longitude, y = latitude, to 1e-9 degrees; unrounded where rounding would make it invalid.
CREATE FUNCTION lindero.degree_copy(stored geometry) RETURNS geometry
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT CASE WHEN ST_IsEmpty(r.rounded) OR NOT ST_IsValid(r.rounded) THEN r.exact ELSE r.rounded END
            FROM (SELECT e.exact, ST_SnapToGrid(e.exact, 1e-9) AS rounded
                  FROM (SELECT ST_Transform(stored, 4326) AS exact) AS e) AS r);
COMMENT ON FUNCTION lindero.degree_copy(geometry) IS
    'Copy in EPSG:4326 of a stored geometry, coordinates to 1e-9 degrees as they are published; null in, null out.';

CREATE OR REPLACE FUNCTION lindero.copy_geometry() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.geom_4326 := lindero.degree_copy(NEW.geom);
    NEW.geom_3857 := lindero.web_copy(NEW.geom_4326);
    RETURN NEW;
END
$$;
CREATE OR REPLACE FUNCTION lindero.copy_project_geometry() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.geom_4326 := lindero.degree_copy(NEW.geom);
    NEW.geom_3857 := lindero.web_copy(NEW.geom_4326);
    RETURN NEW;
END
$$;
CREATE OR REPLACE FUNCTION lindero.copy_licence_geometry() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.geom_4326 := lindero.degree_copy(NEW.geom);
    NEW.geom_3857 := lindero.web_copy(NEW.geom_4326);
    RETURN NEW;
END
$$;

-- rows that are there already
UPDATE lindero.parcel SET geom = geom WHERE geom IS NOT NULL;
UPDATE lindero.building SET geom = geom WHERE geom IS NOT NULL;
UPDATE lindero.territory SET geom = geom WHERE geom IS NOT NULL;
UPDATE lindero.zone SET geom = geom WHERE geom IS NOT NULL;
UPDATE lindero.project SET geom_4326 = lindero.degree_copy(geom), geom_3857 = lindero.web_copy(lindero.degree_copy(geom))
WHERE geom IS NOT NULL;
UPDATE lindero.licence SET geom_4326 = lindero.degree_copy(geom), geom_3857 = lindero.web_copy(lindero.degree_copy(geom))
WHERE geom IS NOT NULL;

-- The instant that a text of a file's attribute states, with seconds and offset as RFC 3339 writes it; null where it states none.
CREATE FUNCTION lindero.instant_from(text) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN $1 ~ ('^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])'
                           'T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$')
                THEN CASE WHEN substr($1, 9, 2)::integer <= extract(day FROM (substr($1, 1, 7) || '-01')::date + interval '1 month - 1 day')
                          THEN $1::timestamptz END END;
COMMENT ON FUNCTION lindero.instant_from(text) IS
    'Instant that a text states as YYYY-MM-DDThh:mm:ss with offset; null where it states none.';
