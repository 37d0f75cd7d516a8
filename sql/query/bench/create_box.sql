-- Boxes that hold about 100 and about 1,000 parcels each, around parcels spread over the town, for questions at random: squares
-- of the area of the circle that reaches to the 100th or 1,000th parcel, by the middle of the parcels (a road is near to
-- everything along it). Parameters: none. Result: none. Table public.bench_box: i (from 1), page (100 or 1000), box (EPSG:4326).
DROP TABLE IF EXISTS public.bench_box;
CREATE TABLE public.bench_box AS
SELECT row_number() OVER (PARTITION BY size.page ORDER BY c.number)::integer AS i, size.page,
       ST_Expand(c.centre, 0.886 * reach.degrees) AS box
FROM (
    SELECT p.number, ST_Centroid(p.geom_4326) AS centre
    FROM lindero.parcel p
    WHERE p.pub_to IS NULL AND p.geom IS NOT NULL
    ORDER BY md5(p.number)
    LIMIT 60
) c
CROSS JOIN (VALUES (100), (1000)) AS size (page)
CROSS JOIN LATERAL (
    SELECT ST_Distance(ST_Centroid(p.geom_4326), c.centre) AS degrees
    FROM lindero.parcel p
    WHERE p.pub_to IS NULL AND p.geom IS NOT NULL
    ORDER BY 1
    OFFSET size.page - 1
    LIMIT 1
) reach;
ALTER TABLE public.bench_box ADD PRIMARY KEY (page, i);
ANALYZE public.bench_box;
