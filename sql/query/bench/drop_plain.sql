-- Drops the plain copy of the parcels. Parameters: none. Result: none.
DROP TABLE IF EXISTS public.bench_plain;
