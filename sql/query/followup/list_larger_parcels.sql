-- Parcels whose buildings, as the cadastre draws and describes them, are larger than limits of the zones at their inner point, and
-- whether a licence granted by the day names them or is drawn on them. Indices are of the larger of the registered and the drawn area.
-- Parameters: municipality (text), chain, themes (text[]), onDay (date), at (bigint), zones (text[]: combinations of zones as
-- list_ground gives them), floors, occupation, construction (float8[]: their limits, null for none).
-- Result: parcel (text), zones (text), buildings (bigint), year (integer: of the oldest), floors (integer: the most), footprint_m2,
-- built_m2, lot_m2 (m2), floors_limit, occupation_limit, construction_limit (float8), licensed (boolean).
-- Relies on building_geom, parcel_municipality_number.
WITH
grant_of AS MATERIALIZED (
    SELECT l.parcels, l.geom
    FROM lindero.licence l
    WHERE l.municipality = :municipality AND l.status IN ('concedida', 'notificada', 'en_firme') AND l.valid @> CAST(:onDay AS date)
      AND coalesce(l.decided_on, l.notified_on, l.final_on, l.filed_on) <= CAST(:onDay AS date)
      AND lindero.held(l.pub_from, l.pub_to, :at)
),
licensed AS MATERIALIZED (SELECT DISTINCT n.number FROM grant_of g CROSS JOIN unnest(g.parcels) AS n (number)),
drawn AS MATERIALIZED (SELECT g.geom FROM grant_of g WHERE g.geom IS NOT NULL),
built AS MATERIALIZED (
    SELECT b.parcel, count(*) AS buildings, min(b.year) AS year, max(b.floors) AS floors, sum(b.planar_m2 ORDER BY b.id) AS footprint_m2,
           sum(b.built_area_m2 ORDER BY b.id) AS built_m2
    FROM lindero.building b
    WHERE b.municipality = :municipality AND b.valid @> CAST(:onDay AS date) AND lindero.held(b.pub_from, b.pub_to, :at)
    GROUP BY b.parcel
),
ceiling AS MATERIALIZED (
    SELECT c.zones, c.floors, c.occupation, c.construction
    FROM unnest(CAST(:zones AS text[]), CAST(:floors AS float8[]), CAST(:occupation AS float8[]), CAST(:construction AS float8[]))
         AS c (zones, floors, occupation, construction)
)
SELECT p.number AS parcel, c.zones, x.buildings, x.year, x.floors, x.footprint_m2, x.built_m2, a.lot_m2, c.floors AS floors_limit,
       c.occupation AS occupation_limit, c.construction AS construction_limit,
       EXISTS (SELECT FROM licensed l WHERE l.number = p.number)
           OR EXISTS (SELECT FROM drawn d WHERE d.geom && p.geom AND ST_Intersects(d.geom, p.geom)
                        AND NOT ST_Touches(d.geom, p.geom)) AS licensed
FROM lindero.parcel_zones(:municipality, :chain, :themes, CAST(:onDay AS date), :at) z
JOIN ceiling c ON c.zones = z.zones::text
JOIN lindero.parcel p ON p.id = z.parcel_id
CROSS JOIN LATERAL (SELECT greatest(p.planar_m2, p.registered_area_m2) AS lot_m2 OFFSET 0) a
JOIN built x ON x.parcel = p.number
WHERE coalesce(p.condition, '') NOT IN ('Informal', '2')
  AND (x.floors > c.floors OR x.footprint_m2 > c.occupation * a.lot_m2 + 0.001 OR x.built_m2 > c.construction * a.lot_m2 + 0.001)
ORDER BY p.number COLLATE "C";
