-- Tiles that hold the middle of a parcel, for questions at random, at zooms 14 and 16. Parameters: none. Result: none.
-- Table public.bench_tile: zoom, i (from 1 within the zoom), row, col, box (EPSG:3857), stored (the box in the storage CRS).
DROP TABLE IF EXISTS public.bench_tile;
CREATE TABLE public.bench_tile AS
SELECT t.zoom, row_number() OVER (PARTITION BY t.zoom ORDER BY md5(concat_ws('/', t.row, t.col)))::integer AS i, t.row, t.col,
       ST_TileEnvelope(t.zoom, t.col, t.row) AS box,
       ST_Transform(ST_TileEnvelope(t.zoom, t.col, t.row), (SELECT s.srid FROM lindero.setting s)) AS stored
FROM (
    SELECT DISTINCT z.zoom,
           floor((20037508.342789244 - ST_Y(c.middle)) / (40075016.685578488 / 2 ^ z.zoom))::integer AS row,
           floor((20037508.342789244 + ST_X(c.middle)) / (40075016.685578488 / 2 ^ z.zoom))::integer AS col
    FROM (SELECT ST_Centroid(p.geom_3857) AS middle FROM lindero.parcel p WHERE p.pub_to IS NULL AND p.geom IS NOT NULL) AS c
    CROSS JOIN (VALUES (14), (16)) AS z (zoom)
) AS t;
ALTER TABLE public.bench_tile ADD PRIMARY KEY (zoom, i);
ANALYZE public.bench_tile;
