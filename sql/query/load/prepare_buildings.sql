-- Buildings, typed, with digest: table "row". One without number is named by its parcel and position.
-- Parameters: none. Result: none.
CREATE UNLOGGED TABLE row AS
WITH clean AS (
    SELECT r.fid, coalesce(r.number, coalesce(r.parcel, '') || '#' || r.fid) AS number, regexp_replace(r.parcel, '[\s.\-]', '', 'g') AS parcel,
           lindero.number_from(r.floors)::integer AS floors, lindero.number_from(r.built_area_m2) AS built_area_m2, r.use,
           -- a year out of range is told as a finding and left out
           CASE WHEN lindero.number_from(r.year) BETWEEN 1500 AND 2500 THEN lindero.number_from(r.year)::integer END AS year,
           ST_Multi(r.geom) AS geom
    FROM record r
    WHERE NOT EXISTS (SELECT FROM finding f WHERE f.fid = r.fid AND f.level = 'ERROR')
)
SELECT h.*, row_number() OVER (PARTITION BY h.content_hash ORDER BY h.fid) AS repetition
FROM (
    SELECT c.*, ST_Area(c.geom) AS planar_m2,
           md5(ROW(c.number, c.parcel, c.floors, c.built_area_m2, c.use, c.year, md5(ST_AsBinary(c.geom)))::text)::uuid
               AS content_hash
    FROM clean c
) h;
