-- Exposure to floods by land class as one statement over all parcels, as one would write it by hand who knows PostGIS: zones cut into
-- pieces of few vertices beforehand (lindero.zone_piece), piece after piece against the index of parcels, areas by level, the highest
-- winning, parcels counted once, grouped by the land class of their inner point. It leaves out buildings, the ground of zones, what
-- no data reach, inherited plans and history. Parameters: none. Result: code, rank, parcels, drawn_m2.
-- Relies on parcel_geom.
WITH
zone AS MATERIALIZED (
    SELECT z.theme, z.code, g.geom, CASE WHEN z.theme = 'land-class' THEN ST_Area(z.geom) END AS area,
           CASE z.code WHEN 'Alta' THEN 3 WHEN 'Media' THEN 2 WHEN 'Baja' THEN 1 ELSE 0 END AS rank
    FROM lindero.zone z
    JOIN lindero.zone_piece g ON g.zone_id = z.id
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
    -- what would be written as 0.0000 m2 is on no parcel
    HAVING ST_Area(ST_Union(c.geom)) >= 0.00005
),
level AS (
    SELECT m.id, m.rank, ST_Area(m.geom) - coalesce(ST_Area(ST_Intersection(m.geom, m.above)), 0) AS area, m.above IS NULL AS counts
    FROM (
        SELECT i.id, i.rank, i.geom,
               ST_Union(i.geom) OVER (PARTITION BY i.id ORDER BY i.rank DESC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS above
        FROM merged i
    ) m
),
placed AS MATERIALIZED (
    SELECT DISTINCT ON (p.id) p.id, z.code
    FROM zone z
    JOIN lindero.parcel p ON p.geom && z.geom AND ST_Intersects(z.geom, ST_PointOnSurface(p.geom))
    WHERE z.theme = 'land-class' AND p.pub_to IS NULL
    ORDER BY p.id, z.area
)
SELECT c.code, l.rank, count(*) FILTER (WHERE l.counts OR l.id IS NULL) AS parcels, sum(coalesce(l.area, p.planar_m2)) AS drawn_m2
FROM lindero.parcel p
LEFT JOIN placed c ON c.id = p.id
LEFT JOIN level l ON l.id = p.id
WHERE p.pub_to IS NULL AND p.geom IS NOT NULL
GROUP BY c.code, l.rank
ORDER BY c.code, l.rank;
