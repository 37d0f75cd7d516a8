-- The definition of derived parts as one statement over all parcels and themes, as one would write it by hand: parts by code
-- (zones of one code unioned), boundary noise, what is outside the ground, uncovered or doubly covered. It leaves out what
-- the measured data do not have (partial coverages, statements without geometry, inherited plans, history) and whether an
-- answer is sensitive to the accuracy of boundaries. Parameters: none. Result: none; writes to bench_part.
INSERT INTO public.bench_part (theme, parcel_id, role, zone_code, dimension, planar_m2, length_m, point_count, uncovered_m2,
                               outside_ground_m2, doubly_covered_m2)
WITH
rule AS (
    SELECT t.code AS theme, t.protective, t.ground, t.min_area_m2,
           coalesce(t.min_width_m, least(min(d.accuracy_m), 0.30)) AS min_width
    FROM lindero.theme t
    JOIN lindero.dataset d ON d.kind = 'zones' AND d.theme = t.code AND d.pub_to IS NULL
    WHERE t.pub_to IS NULL
    GROUP BY t.code, t.protective, t.ground, t.min_area_m2, t.min_width_m
),
plot AS MATERIALIZED (
    SELECT p.id, p.geom, p.planar_m2, ST_Perimeter(p.geom) AS perimeter
    FROM lindero.parcel p
    WHERE p.pub_to IS NULL AND p.geom IS NOT NULL
),
cut AS MATERIALIZED (
    SELECT p.id, z.theme, z.code, ST_Dimension(z.geom) AS dimension,
           CASE WHEN ST_CoveredBy(p.geom, z.geom) THEN p.geom ELSE ST_Intersection(p.geom, z.geom) END AS geom
    FROM plot p
    JOIN lindero.zone z ON ST_Intersects(z.geom, p.geom)
    WHERE z.pub_to IS NULL
),
merged AS MATERIALIZED (
    SELECT c.id, c.theme, c.code,
           CASE WHEN count(*) = 1 THEN ST_CollectionExtract((array_agg(c.geom))[1], 3)
                ELSE ST_Union(ST_CollectionExtract(c.geom, 3)) END AS geom
    FROM cut c
    WHERE c.dimension = 2
    GROUP BY c.id, c.theme, c.code
),
-- noise rules do not apply to protection nor to plots of the size of the noise
noisy AS MATERIALIZED (
    SELECT p.id, r.theme, r.min_width, r.min_area_m2,
           NOT r.protective AND p.planar_m2 >= 10 * r.min_area_m2
           AND NOT (p.planar_m2 < p.perimeter * r.min_width AND ST_IsEmpty(ST_Buffer(p.geom, - r.min_width))) AS applies
    FROM plot p
    CROSS JOIN rule r
),
piece AS (
    SELECT m.id, m.theme, m.code, n.applies, n.min_area_m2, ST_Area(d.geom) AS area,
           n.applies AND ST_Area(d.geom) < ST_Perimeter(d.geom) * n.min_width / 2
           AND ST_IsEmpty(ST_Buffer(d.geom, - n.min_width / 2)) AS narrow
    FROM merged m
    JOIN noisy n ON n.id = m.id AND n.theme = m.theme
    CROSS JOIN LATERAL ST_Dump(m.geom) d
),
judged AS (
    SELECT q.id, q.theme, q.code, q.noise, sum(q.area) AS area
    FROM (
        SELECT i.id, i.theme, i.code, i.area,
               i.narrow OR (i.applies AND coalesce(sum(i.area) FILTER (WHERE NOT i.narrow)
                                                   OVER (PARTITION BY i.id, i.theme, i.code), 0) < i.min_area_m2) AS noise
        FROM piece i
        WHERE i.area >= 0.00005
    ) q
    GROUP BY q.id, q.theme, q.code, q.noise
),
covered AS (
    SELECT m.id, m.theme, sum(ST_Area(m.geom)) AS total,
           CASE WHEN count(*) = 1 THEN (array_agg(m.geom))[1] ELSE ST_Union(m.geom) END AS geom
    FROM merged m
    WHERE NOT ST_IsEmpty(m.geom)
    GROUP BY m.id, m.theme
),
outside AS (
    SELECT m.id, r.theme, ST_Union(m.geom) AS geom
    FROM merged m
    JOIN rule r ON r.ground IS NOT NULL AND NOT lower(m.code) = ANY (r.ground)
    WHERE m.theme = 'land-class'
    GROUP BY m.id, r.theme
),
rest AS MATERIALIZED (
    SELECT n.id, n.theme, n.applies, n.min_width, c.total - ST_Area(c.geom) AS doubly, left_over.geom,
           CASE WHEN o.geom IS NULL THEN left_over.geom
                ELSE ST_CollectionExtract(ST_Difference(left_over.geom, o.geom), 3) END AS ground
    FROM noisy n
    JOIN plot p ON p.id = n.id
    LEFT JOIN covered c ON c.id = n.id AND c.theme = n.theme
    LEFT JOIN outside o ON o.id = n.id AND o.theme = n.theme
    CROSS JOIN LATERAL (
        SELECT CASE WHEN c.geom IS NULL THEN p.geom ELSE ST_CollectionExtract(ST_Difference(p.geom, c.geom), 3) END AS geom
    ) left_over
),
gap AS (
    SELECT s.id, s.theme, ST_Area(d.geom) AS area,
           s.applies AND ST_Area(d.geom) < ST_Perimeter(d.geom) * s.min_width / 2
           AND ST_IsEmpty(ST_Buffer(d.geom, - s.min_width / 2)) AS narrow
    FROM rest s
    CROSS JOIN LATERAL ST_Dump(s.ground) d
),
gaps AS (
    SELECT g.id, g.theme, sum(g.area) FILTER (WHERE g.narrow) AS noise, sum(g.area) FILTER (WHERE NOT g.narrow) AS uncovered
    FROM gap g
    GROUP BY g.id, g.theme
)
SELECT j.theme, j.id, CASE WHEN j.noise THEN 'noise' ELSE 'part' END, j.code, 2, j.area, NULL::double precision, NULL::integer,
       NULL::double precision, NULL::double precision, NULL::double precision
FROM judged j
UNION ALL
SELECT g.theme, g.id, 'noise', NULL, 2, g.noise, NULL, NULL, NULL, NULL, NULL
FROM gaps g
WHERE g.noise >= 0.00005
UNION ALL
SELECT c.theme, c.id, 'part', c.code, c.dimension, 0, CASE WHEN c.dimension = 1 THEN ST_Length(ST_Union(c.geom)) END,
       CASE WHEN c.dimension = 0 THEN sum(ST_NumGeometries(c.geom)) END, NULL, NULL, NULL
FROM cut c
WHERE c.dimension = 0 OR (c.dimension = 1 AND ST_Length(c.geom) >= 0.00005)
GROUP BY c.theme, c.id, c.code, c.dimension
UNION ALL
SELECT s.theme, s.id, 'summary', NULL, NULL, p.planar_m2, NULL, NULL, coalesce(g.uncovered, 0),
       ST_Area(s.geom) - ST_Area(s.ground), coalesce(s.doubly, 0)
FROM rest s
JOIN plot p ON p.id = s.id
LEFT JOIN gaps g ON g.id = s.id AND g.theme = s.theme;
