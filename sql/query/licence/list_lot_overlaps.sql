-- Lots of a layout that lie on one another. Parameters: lots (text[]: hexadecimal EWKB).
-- Result: one, other (from 1, one < other), planar_m2 of the overlap where it is more than 0.001 m2.
SELECT a.n AS one, b.n AS other, ST_Area(ST_Intersection(a.geom, b.geom)) AS planar_m2
FROM (SELECT u.n, CAST(u.geom AS geometry) AS geom FROM unnest(CAST(:lots AS text[])) WITH ORDINALITY AS u (geom, n)) a
JOIN (SELECT u.n, CAST(u.geom AS geometry) AS geom FROM unnest(CAST(:lots AS text[])) WITH ORDINALITY AS u (geom, n)) b
    ON b.n > a.n AND ST_Intersects(a.geom, b.geom)
WHERE ST_Area(ST_Intersection(a.geom, b.geom)) > 0.001
ORDER BY a.n, b.n;
