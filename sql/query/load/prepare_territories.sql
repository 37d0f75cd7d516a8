-- One row for each territory, its polygons unioned, with digest: table "row". Parameters: none. Result: none.
CREATE UNLOGGED TABLE row AS
WITH one AS (
    SELECT min(r.fid) AS fid, r.code, lower(r.kind) AS kind, r.name, r.parent,
           lindero.number_from(r.population)::bigint AS population, count(*) AS records, array_agg(r.fid) AS fids,
           CASE WHEN count(*) = 1 THEN ST_Multi((array_agg(r.geom))[1]) ELSE ST_Multi(ST_Union(r.geom)) END AS geom
    FROM record r
    WHERE NOT EXISTS (SELECT FROM finding f WHERE f.fid = r.fid AND f.level = 'ERROR')
    GROUP BY r.code, lower(r.kind), r.name, r.parent, lindero.number_from(r.population)
)
SELECT o.*, ST_Area(o.geom) AS planar_m2,
       md5(ROW(o.code, o.kind, o.name, o.parent, o.population, md5(ST_AsBinary(o.geom)))::text)::uuid AS content_hash
FROM one o;
