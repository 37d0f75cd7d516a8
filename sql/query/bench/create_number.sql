-- The numbers of the loaded parcels, counted from 1, for questions at random. Parameters: none. Result: none.
DROP TABLE IF EXISTS public.bench_number;
CREATE TABLE public.bench_number AS
SELECT row_number() OVER (ORDER BY p.number)::integer AS i, p.number
FROM lindero.parcel p
WHERE p.pub_to IS NULL AND p.geom IS NOT NULL;
ALTER TABLE public.bench_number ADD PRIMARY KEY (i);
