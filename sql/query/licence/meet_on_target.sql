-- Whether two zones lie on one another on the target. Parameters: one, other (hexadecimal EWKB of what of each lies there).
-- Result: one row; meets.
SELECT ST_Intersects(CAST(:one AS geometry), CAST(:other AS geometry))
       AND (ST_Dimension(CAST(:one AS geometry)) < 2 OR ST_Dimension(CAST(:other AS geometry)) < 2
            OR ST_Area(ST_Intersection(CAST(:one AS geometry), CAST(:other AS geometry))) >= 0.00005) AS meets;
