-- Tiles to ask about, as paths have them. Parameters: sample (int), zoom (int). Result: text zoom/row/column, in order.
SELECT concat_ws('/', t.zoom, t.row, t.col)
FROM public.bench_tile t
WHERE t.sample = :sample AND t.zoom = :zoom
ORDER BY t.i;
