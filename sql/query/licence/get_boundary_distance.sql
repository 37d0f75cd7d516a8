-- How far the farthest of some points lies from the boundary of a site. Parameters: site, points (hexadecimal EWKB).
-- Result: one row; distance_m.
SELECT max(ST_Distance(ST_Boundary(CAST(:site AS geometry)), d.geom)) AS distance_m
FROM ST_Dump(CAST(:points AS geometry)) AS d;
