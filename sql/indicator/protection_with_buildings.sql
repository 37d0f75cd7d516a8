-- Ground of protection (urban protection, riparian buffer) on which buildings of the cadastre stand, hectares: of buildings that were
-- there by the end of the year, as far as the cadastre tells their year; those without year count always.
-- Parameters: municipality (text), chain (text[]), onDay (date), firstDay (date: first day of the year), at (bigint).
-- Result: one row: value (ha; null where no protection or no buildings are loaded), part (buildings counted), whole (buildings without
-- year among them). Relies on building_geom.
WITH
ground AS MATERIALIZED (
    SELECT g.zone_id, g.geom
    FROM unnest(ARRAY['riparian-buffer', 'urban-protection']) AS t (theme)
    CROSS JOIN LATERAL lindero.zone_ground(:municipality, :chain, t.theme, CAST(:onDay AS date), :at) g
    WHERE ST_Dimension(g.geom) = 2
),
loaded AS (
    SELECT count(DISTINCT d.theme) FILTER (WHERE d.kind = 'zones' AND d.theme IN ('riparian-buffer', 'urban-protection')
                                             AND d.plan = ANY (:chain)) = 2
           AND bool_or(d.kind = 'buildings') AS both
    FROM lindero.dataset d
    WHERE d.municipality = :municipality AND lindero.held(d.pub_from, d.pub_to, :at)
),
standing AS (
    SELECT b.id, b.year, ST_Area(ST_Union(ST_Intersection(g.geom, b.geom) ORDER BY g.zone_id, g.geom)) AS area
    FROM ground g
    JOIN lindero.building b ON b.geom && g.geom AND ST_Intersects(g.geom, b.geom) AND NOT ST_Touches(g.geom, b.geom)
    WHERE b.municipality = :municipality AND b.valid @> CAST(:onDay AS date) AND lindero.held(b.pub_from, b.pub_to, :at)
      AND (b.year IS NULL OR b.year <= extract(year FROM CAST(:firstDay AS date)))
    GROUP BY b.id
)
SELECT CASE WHEN l.both THEN coalesce(s.area, 0) / 10000 END AS value, s.buildings::float8 AS part, s.undated::float8 AS whole
FROM loaded l
CROSS JOIN (SELECT sum(i.area ORDER BY i.id) AS area, count(*) AS buildings, count(*) FILTER (WHERE i.year IS NULL) AS undated
            FROM standing i) s;
