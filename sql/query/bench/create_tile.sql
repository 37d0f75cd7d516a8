-- Tiles to ask about at zooms 14 and 16: each that holds the middle of a parcel, and those in which parcels drawn at random lie, again for
-- each (a map is looked at where there is something). Parameters: none. Result: none. Table public.bench_tile: sample (1 each, 2
-- parcel), zoom, i (from 1 within sample and zoom), row, col, box (EPSG:3857), stored (the box in the storage CRS).
DROP TABLE IF EXISTS public.bench_tile;
CREATE TABLE public.bench_tile AS
WITH place AS (
    SELECT md5(p.number) AS lot, z.zoom,
           floor((20037508.342789244 - ST_Y(c.middle)) / (40075016.685578488 / 2 ^ z.zoom))::integer AS row,
           floor((20037508.342789244 + ST_X(c.middle)) / (40075016.685578488 / 2 ^ z.zoom))::integer AS col
    FROM lindero.parcel p
    CROSS JOIN LATERAL (SELECT ST_Centroid(p.geom_3857) AS middle) c
    CROSS JOIN (VALUES (14), (16)) AS z (zoom)
    WHERE p.pub_to IS NULL AND p.geom IS NOT NULL
), tile AS (
    SELECT DISTINCT 1 AS sample, q.zoom, q.row, q.col, md5(concat_ws('/', q.row, q.col)) AS lot FROM place q
    UNION ALL
    (SELECT 2, q.zoom, q.row, q.col, q.lot FROM place q ORDER BY q.lot LIMIT 500)
)
SELECT t.sample, t.zoom, row_number() OVER (PARTITION BY t.sample, t.zoom ORDER BY t.lot)::integer AS i, t.row, t.col,
       ST_TileEnvelope(t.zoom, t.col, t.row) AS box,
       ST_Transform(ST_TileEnvelope(t.zoom, t.col, t.row), (SELECT s.srid FROM lindero.setting s)) AS stored
FROM tile t;
ALTER TABLE public.bench_tile ADD PRIMARY KEY (zoom, i, sample);
ANALYZE public.bench_tile;
