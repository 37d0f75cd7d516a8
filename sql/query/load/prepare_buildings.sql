-- One row for each building, typed, with digest: table "row". One without number is named by its parcel and position. Parameters: none. Result: none.
CREATE UNLOGGED TABLE row AS
WITH clean AS (
    SELECT r.fid, coalesce(r.number, coalesce(r.parcel, '') || '#' || r.fid) AS number, regexp_replace(r.parcel, '[\s.\-]', '', 'g') AS parcel,
           lindero.number_from(r.floors)::integer AS floors, lindero.number_from(r.built_area_m2) AS built_area_m2, r.use,
           lindero.number_from(r.year)::integer AS year, ST_Multi(r.geom) AS geom
    FROM record r
    WHERE NOT EXISTS (SELECT FROM finding f WHERE f.fid = r.fid AND f.level = 'ERROR')
)
SELECT DISTINCT ON (h.content_hash) h.*
FROM (
    SELECT c.*, ST_Area(c.geom) AS planar_m2,
           md5(concat_ws('|', c.number, coalesce(c.parcel, ''), c.floors, c.built_area_m2, coalesce(c.use, ''), c.year)
               || coalesce(md5(ST_AsBinary(c.geom)), ''))::uuid AS content_hash
    FROM clean c
) h
ORDER BY h.content_hash, h.fid;
