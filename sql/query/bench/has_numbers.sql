-- Whether the data of this measurement are loaded already. Parameters: none. Result: boolean.
SELECT to_regclass('public.bench_number') IS NOT NULL;
