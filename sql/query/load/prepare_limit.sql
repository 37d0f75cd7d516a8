-- The municipality's limit in small pieces with an index: table "limit_piece", empty where the limit is not known.
-- Parameters: municipality (text). Result: none.
CREATE UNLOGGED TABLE limit_piece AS
SELECT ST_Subdivide(l.geom, 128) AS geom
FROM (SELECT ST_Union(t.geom) AS geom
      FROM lindero.territory t
      WHERE t.municipality = :municipality AND t.kind = 'municipio' AND t.pub_to IS NULL AND upper_inf(t.valid)) l
WHERE l.geom IS NOT NULL;
CREATE INDEX limit_piece_geom ON limit_piece USING gist (geom);
ANALYZE limit_piece;
