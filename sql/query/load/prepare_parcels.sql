-- One row for each parcel number, typed, with areas and digest: table "row".
-- Parameters: numbers (text: npn or free). Result: none. Relies on record (columns of the targets as text).
-- Several records of one number with the same data are one parcel, its polygons unioned.
CREATE UNLOGGED TABLE row AS
WITH
clean AS (
    SELECT r.fid, regexp_replace(r.number, '[\s.\-]', '', 'g') AS number,
           nullif(regexp_replace(coalesce(r.previous_number, ''), '[\s.\-]', '', 'g'), '') AS previous_number,
           upper(r.nupre) AS nupre, regexp_replace(r.folio, '\s', '', 'g') AS folio, r.address,
           lindero.number_from(r.registered_area_m2) AS registered_area_m2, r.destination, r.condition, r.geom
    FROM record r
    WHERE r.number IS NOT NULL AND NOT EXISTS (SELECT FROM finding f WHERE f.fid = r.fid AND f.level = 'ERROR')
),
one AS (
    SELECT min(c.fid) AS fid, c.number, c.previous_number, c.nupre, c.folio, c.address, c.registered_area_m2,
           c.destination, c.condition, count(*) AS records, array_agg(c.fid) AS fids,
           CASE WHEN count(*) = 1 THEN ST_Multi((array_agg(c.geom))[1])
                ELSE ST_Multi(ST_Union(c.geom)) END AS geom
    FROM clean c
    GROUP BY c.number, c.previous_number, c.nupre, c.folio, c.address, c.registered_area_m2, c.destination, c.condition
)
SELECT o.fid, o.number, o.previous_number, o.nupre, o.folio, o.address, o.registered_area_m2, o.destination,
       CASE WHEN :numbers = 'npn' THEN lindero.property_condition(o.number) ELSE o.condition END AS condition,
       o.geom, ST_Area(o.geom) AS planar_m2, ST_Area(ST_Transform(o.geom, 4326)::geography) AS ellipsoid_m2, o.records,
       o.fids,
       -- a row's text, so that missing differs from empty and no text can run into the next
       md5(ROW(o.number, o.previous_number, o.nupre, o.folio, o.address, o.registered_area_m2, o.destination, o.condition,
               md5(ST_AsBinary(o.geom)))::text)::uuid AS content_hash
FROM one o;
