-- Parcel numbers to ask about. Parameters: none. Result: number (text), in order.
SELECT n.number FROM public.bench_number n ORDER BY n.i;
