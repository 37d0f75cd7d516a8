-- How far a footprint is from boundary lines. Parameters: footprint (hexadecimal EWKB), lines (text[]: hexadecimal EWKB).
-- Result: a row a line in the order given; distance_m, m, unrounded.
SELECT l.n, ST_Distance(CAST(:footprint AS geometry), CAST(l.geom AS geometry)) AS distance_m
FROM unnest(CAST(:lines AS text[])) WITH ORDINALITY AS l (geom, n)
ORDER BY l.n;
