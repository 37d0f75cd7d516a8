-- Exposure to floods by land class as one statement over all parcels, as one would write it by hand: areas by level, the highest
-- winning, parcels counted once, grouped by the land class of their inner point. It leaves out buildings, the ground of zones, what
-- no data reach, inherited plans and history. Parameters: none. Result: code, rank, parcels, drawn_m2.
WITH
zone AS MATERIALIZED (
    SELECT z.theme, z.code, z.geom, CASE z.code WHEN 'Alta' THEN 3 WHEN 'Media' THEN 2 WHEN 'Baja' THEN 1 ELSE 0 END AS rank
    FROM lindero.zone z
    WHERE z.pub_to IS NULL AND z.theme IN ('hazard-flood', 'land-class')
),
cut AS MATERIALIZED (
    SELECT p.id, z.rank,
           CASE WHEN ST_CoveredBy(p.geom, z.geom) THEN p.geom ELSE ST_CollectionExtract(ST_Intersection(p.geom, z.geom), 3) END AS geom
    FROM zone z
    JOIN lindero.parcel p ON p.geom && z.geom AND ST_Intersects(p.geom, z.geom)
    WHERE z.theme = 'hazard-flood' AND p.pub_to IS NULL
),
merged AS MATERIALIZED (
    SELECT c.id, c.rank, ST_Union(c.geom) AS geom
    FROM cut c
    GROUP BY c.id, c.rank
),
above AS (
    SELECT m.id, m.rank, ST_Union(h.geom) AS geom
    FROM merged m
    JOIN merged h ON h.id = m.id AND h.rank > m.rank
    GROUP BY m.id, m.rank
),
level AS (
    SELECT m.id, m.rank, ST_Area(m.geom) - coalesce(ST_Area(ST_Intersection(m.geom, a.geom)), 0) AS area,
           m.rank = max(m.rank) OVER (PARTITION BY m.id) AS counts
    FROM merged m
    LEFT JOIN above a ON a.id = m.id AND a.rank = m.rank
),
placed AS (
    SELECT DISTINCT ON (p.id) p.id, p.planar_m2, l.code
    FROM lindero.parcel p
    LEFT JOIN zone l ON l.theme = 'land-class' AND ST_Intersects(l.geom, ST_PointOnSurface(p.geom))
    WHERE p.pub_to IS NULL AND p.geom IS NOT NULL
    ORDER BY p.id, ST_Area(l.geom)
)
SELECT p.code, l.rank, count(*) FILTER (WHERE l.counts OR l.id IS NULL) AS parcels, sum(coalesce(l.area, p.planar_m2)) AS drawn_m2
FROM placed p
LEFT JOIN level l ON l.id = p.id
GROUP BY p.code, l.rank
ORDER BY p.code, l.rank;
