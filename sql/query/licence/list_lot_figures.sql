-- Frontage and depth of a site from each of its fronts.
-- Parameters: site (hexadecimal EWKB), fronts (text[]: hexadecimal EWKB of each front), normals (double precision[]: outward
-- normals, degrees). Result: a row a front in the order given; length_m and depth_m, m.
SELECT f.n, ST_Length(CAST(f.geom AS geometry)) AS length_m,
       lindero.depth_from(CAST(:site AS geometry), CAST(f.geom AS geometry), f.normal) AS depth_m
FROM unnest(CAST(:fronts AS text[]), CAST(:normals AS double precision[])) WITH ORDINALITY AS f (geom, normal, n)
ORDER BY f.n;
