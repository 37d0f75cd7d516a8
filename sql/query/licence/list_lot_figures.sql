-- Frontage and depth of a site from each of its fronts.
-- Parameters: site (hexadecimal EWKB), pieces (text[]: hexadecimal EWKB of the pieces of its fronts), groups (integer[]: the
-- front that each piece belongs to), normals (double precision[]: its outward normal, degrees).
-- Result: a row a front, in the order of its number; length_m along the boundary, depth_m along the mean normal, m.
SELECT f.grp, f.length_m, lindero.depth_from(CAST(:site AS geometry), f.geom, f.normal) AS depth_m
FROM (
    SELECT p.grp, sum(ST_Length(g.geom) ORDER BY p.n) AS length_m, ST_Collect(g.geom ORDER BY p.n) AS geom,
           degrees(atan2(sum(ST_Length(g.geom) * sind(p.normal) ORDER BY p.n),
                         sum(ST_Length(g.geom) * cosd(p.normal) ORDER BY p.n))) AS normal
    FROM unnest(CAST(:pieces AS text[]), CAST(:groups AS integer[]), CAST(:normals AS double precision[]))
         WITH ORDINALITY AS p (geom, grp, normal, n)
    CROSS JOIN LATERAL (SELECT CAST(p.geom AS geometry) AS geom) g
    GROUP BY p.grp
) f
ORDER BY f.grp;
