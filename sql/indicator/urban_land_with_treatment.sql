-- Share of the urban land on which an urban treatment lies, percent. Zones over one another count once.
-- Parameters: municipality (text), chain (text[]), onDay (date: last day of the year, or the day asked), firstDay (date, unused),
-- at (bigint).
-- Result: one row: value (percent; null where the plan has no land classes, no urban land or no treatments), part, whole (m2, planar).
WITH
urban AS MATERIALIZED (
    SELECT ST_Union(g.geom ORDER BY g.zone_id, g.geom) AS geom
    FROM lindero.zone_ground(:municipality, :chain, 'land-class', CAST(:onDay AS date), :at) g
    WHERE lower(g.code) = 'urbano' AND CAST(:firstDay AS date) IS NOT NULL
),
treated AS MATERIALIZED (
    SELECT ST_Union(g.geom ORDER BY g.zone_id, g.geom) AS geom
    FROM lindero.zone_ground(:municipality, :chain, 'urban-treatment', CAST(:onDay AS date), :at) g
)
SELECT 100 * ST_Area(ST_Intersection(u.geom, t.geom)) / nullif(ST_Area(u.geom), 0) AS value,
       ST_Area(ST_Intersection(u.geom, t.geom)) AS part, ST_Area(u.geom) AS whole
FROM urban u
CROSS JOIN treated t;
