-- Boxes to ask about, as the parameter bbox has them. Parameters: page (int). Result: text, in order.
SELECT concat_ws(',', ST_XMin(b.box), ST_YMin(b.box), ST_XMax(b.box), ST_YMax(b.box))
FROM public.bench_box b
WHERE b.page = :page
ORDER BY b.i;
