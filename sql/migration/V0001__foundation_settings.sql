-- Purpose: extensions, the coordinate systems that PostGIS may lack, and the two choices made once per database.
-- Placeholders: srid (EPSG code in which everything is stored and measured), numbers (npn or free).
-- Locks: none on existing data. The extensions and spatial_ref_sys may need the rights of the database's owner.

CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

-- Newer PostGIS brings these itself; then nothing is written, so that no right on the table is needed.
DO $body$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM spatial_ref_sys WHERE srid = 9377) THEN
        INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
        VALUES (
            9377, 'EPSG', 9377,
            'PROJCS["MAGNA-SIRGAS / Origen-Nacional",GEOGCS["MAGNA-SIRGAS",DATUM["Marco_Geocentrico_Nacional_de_Referencia",SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","6686"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4686"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",4],PARAMETER["central_meridian",-73],PARAMETER["scale_factor",0.9992],PARAMETER["false_easting",5000000],PARAMETER["false_northing",2000000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Northing",NORTH],AXIS["Easting",EAST],AUTHORITY["EPSG","9377"]]',
            '+proj=tmerc +lat_0=4 +lon_0=-73 +k=0.9992 +x_0=5000000 +y_0=2000000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs'
        );
    END IF;
    -- The method of the Cali urban grid cannot be written in WKT 1.
    IF NOT EXISTS (SELECT 1 FROM spatial_ref_sys WHERE srid = 6249) THEN
        INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
        VALUES (
            6249, 'EPSG', 6249,
            'PROJCRS["MAGNA-SIRGAS / Cali urban grid",BASEGEODCRS["MAGNA-SIRGAS",DATUM["Marco Geocentrico Nacional de Referencia",ELLIPSOID["GRS 1980",6378137,298.257222101,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["Cali urban grid",METHOD["Colombia Urban",ID["EPSG",1052]],PARAMETER["Latitude of natural origin",3.44188333333333,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8801]],PARAMETER["Longitude of natural origin",-76.5205625,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8802]],PARAMETER["False easting",1061900.18,LENGTHUNIT["metre",1],ID["EPSG",8806]],PARAMETER["False northing",872364.63,LENGTHUNIT["metre",1],ID["EPSG",8807]],PARAMETER["Projection plane origin height",1000,LENGTHUNIT["metre",1],ID["EPSG",1039]]],CS[Cartesian,2],AXIS["northing (N)",north,ORDER[1],LENGTHUNIT["metre",1]],AXIS["easting (E)",east,ORDER[2],LENGTHUNIT["metre",1]],ID["EPSG",6249]]',
            '+proj=col_urban +lat_0=3.44188333333333 +lon_0=-76.5205625 +x_0=1061900.18 +y_0=872364.63 +h_0=1000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs'
        );
    END IF;
END
$body$;

CREATE TABLE lindero.setting (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    srid integer NOT NULL CHECK (srid > 0),
    numbers text NOT NULL CHECK (numbers IN ('npn', 'free')),
    migrations text,
    created_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE lindero.setting IS 'What was chosen once for this database; exactly one row';
COMMENT ON COLUMN lindero.setting.only_row IS 'Key that admits one row';
COMMENT ON COLUMN lindero.setting.srid IS 'EPSG code in which geometries are stored and measured, x = easting, y = northing, metres';
COMMENT ON COLUMN lindero.setting.numbers IS 'Scheme of parcel numbers: npn (30 digits, national) or free (any text)';
COMMENT ON COLUMN lindero.setting.migrations IS 'Fingerprint of the migration files last brought in; equal means nothing to migrate. Null while a migration is unfinished';
COMMENT ON COLUMN lindero.setting.created_at IS 'When the database was set up';

INSERT INTO lindero.setting (srid, numbers) VALUES (${srid}, '${numbers}');
