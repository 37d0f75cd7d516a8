-- The indexes that anyone would build on a plain copy of the parcels. Parameters: none. Result: none.
CREATE INDEX bench_plain_geom ON public.bench_plain USING gist (geom);
CREATE INDEX bench_plain_number ON public.bench_plain (number);
