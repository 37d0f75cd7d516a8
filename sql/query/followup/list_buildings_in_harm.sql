-- Buildings of the cadastre whose footprint a zone of protection, of high hazard or of risk that cannot be mitigated meets, each once
-- for each theme, and whether a licence granted by the day names their parcel or is drawn on them.
-- Parameters: municipality (text), chain (text[]), themes (text[]), protecting (text[]: those of them in which every zone counts),
-- onDay (date), at (bigint).
-- Result: building, parcel (text), theme, zone (text: the first code of the highest level), rank (3 Alta .. 0 not stated), year,
-- floors (integer), built_m2, footprint_m2 (m2, planar), licensed (boolean). Relies on building_geom.
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
ground AS MATERIALIZED (
    SELECT t.theme, g.code, g.geom, lindero.zone_rank(z.code, z.attributes) AS rank
    FROM unnest(CAST(:themes AS text[])) AS t (theme)
    CROSS JOIN LATERAL lindero.zone_ground(:municipality, :chain, t.theme, CAST(:onDay AS date), :at) g
    JOIN lindero.zone z ON z.id = g.zone_id
    WHERE t.theme = ANY (:protecting) OR lindero.zone_rank(z.code, z.attributes) = 3
       OR NOT lindero.zone_mitigable(z.code, z.label, z.attributes)
),
hit AS MATERIALIZED (
    SELECT b.id, g.theme, g.rank, g.code
    FROM ground g
    JOIN lindero.building b ON b.geom && g.geom AND ST_Intersects(g.geom, b.geom)
        AND (ST_Dimension(g.geom) < 2 OR NOT ST_Touches(g.geom, b.geom))
    UNION ALL
    SELECT b.id, g.theme, g.rank, g.code
    FROM ground g
    CROSS JOIN lindero.building b
    WHERE g.geom IS NULL
),
worst AS (
    SELECT DISTINCT ON (h.id, h.theme) h.id, h.theme, h.rank, h.code
    FROM hit h
    ORDER BY h.id, h.theme, h.rank DESC, h.code
)
SELECT b.number AS building, b.parcel, w.theme, w.code AS zone, w.rank, b.year, b.floors, b.built_area_m2 AS built_m2,
       b.planar_m2 AS footprint_m2,
       EXISTS (SELECT FROM licensed l WHERE l.number = b.parcel)
           OR EXISTS (SELECT FROM drawn d WHERE d.geom && b.geom AND ST_Intersects(d.geom, b.geom)) AS licensed
FROM worst w
JOIN lindero.building b ON b.id = w.id
WHERE b.municipality = :municipality AND b.valid @> CAST(:onDay AS date) AND lindero.held(b.pub_from, b.pub_to, :at)
ORDER BY b.parcel COLLATE "C", b.number COLLATE "C", w.theme;
