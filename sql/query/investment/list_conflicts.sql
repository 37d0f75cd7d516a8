-- Projects that stand where something speaks against it. Parameters: municipality (text), chain (text[], plan in force and those it
-- inherits from), draft (text[], chain of a draft; empty for none), onDay (date), at (bigint).
-- Result: code, name, stage, planned (of the project), conflict (text), theme, zone, label, act, article (of the zone), other (project
-- or plan that it conflicts with), planar_m2, length_m (null where there is none), parcels (bigint), examples (text[], parcel numbers),
-- certain (boolean, false where the days of one of two projects are not known).
-- Relies on project_place_geom, zone_piece_layer_geom, parcel_geom.
WITH
work AS MATERIALIZED (
    SELECT w.project_id, w.geom, ST_Dimension(w.geom) AS dimension, w.parcel FROM lindero.project_works(:municipality, CAST(:onDay AS date), :at) w
),
zone_now AS MATERIALIZED (
    SELECT z.* FROM lindero.zones_under_projects(:municipality, :chain, CAST(:onDay AS date), :at) z
),
zone_drafted AS MATERIALIZED (
    SELECT z.* FROM lindero.zones_under_projects(:municipality, :draft, CAST(:onDay AS date), :at) z WHERE cardinality(:draft) > 0
),
-- works of two projects within a metre of each other, both ways round: drawn ones by the index, plots named by number by it
pair AS (
    SELECT a.project_id, a.geom, g.project_id AS other_id, g.geom AS other_geom
    FROM work a
    JOIN lindero.project_place g ON g.kind = 'obra' AND g.project_id <> a.project_id AND ST_DWithin(g.geom, a.geom, 1)
    UNION ALL
    SELECT g.project_id, g.geom, a.project_id, a.geom
    FROM work a
    JOIN lindero.project_place g ON g.kind = 'obra' AND g.project_id <> a.project_id AND ST_DWithin(g.geom, a.geom, 1)
    WHERE a.parcel IS NOT NULL
    UNION ALL
    SELECT a.project_id, a.geom, g.project_id, a.geom
    FROM work a
    JOIN lindero.project_place g ON g.kind = 'obra' AND g.project_id <> a.project_id AND g.parcel = a.parcel
    WHERE a.parcel IS NOT NULL
),
-- crossing lines and common borders are no overlap
overlap AS MATERIALIZED (
    SELECT a.project_id, a.other_id, sum(x.planar_m2) AS planar_m2, sum(x.length_m) AS length_m
    FROM pair a
    CROSS JOIN LATERAL (SELECT ST_Dimension(a.geom) AS one, ST_Dimension(a.other_geom) AS two) d
    CROSS JOIN LATERAL (
        SELECT CASE WHEN d.one = 2 AND d.two = 2 THEN ST_Area(i.geom) END AS planar_m2,
               CASE WHEN least(d.one, d.two) = 1 THEN ST_Length(i.geom) END AS length_m
        FROM (SELECT CASE WHEN least(d.one, d.two) > 0 THEN ST_Intersection(a.geom, a.other_geom) END AS geom OFFSET 0) i) x
    WHERE x.planar_m2 > 1 OR x.length_m > 1 OR least(d.one, d.two) = 0
    GROUP BY a.project_id, a.other_id
),
-- themes that the draft states anew
drafted AS (
    SELECT DISTINCT l.theme FROM lindero.layer l
    JOIN lindero.theme t ON t.municipality = l.municipality AND t.plan = l.plan AND t.code = l.theme AND lindero.held(t.pub_from, t.pub_to, :at)
    WHERE l.municipality = :municipality AND l.plan = (:draft)[1]
),
found AS (
    SELECT z.project_id, CASE WHEN lindero.is_high_hazard(z.theme, z.code, z.label) THEN 'high-hazard' ELSE 'protection' END AS conflict,
           z.theme, z.code AS zone, z.label, z.act, z.article, NULL::text AS other, z.planar_m2, z.length_m, NULL::bigint AS parcels,
           NULL::text[] AS examples, true AS certain
    FROM zone_now z
    WHERE lindero.is_high_hazard(z.theme, z.code, z.label) OR lindero.is_protection(z.theme, z.code)
    UNION ALL
    SELECT z.project_id, 'land-class', z.theme, z.code, z.label, z.act, z.article, NULL, z.planar_m2, z.length_m, NULL, NULL, true
    FROM zone_now z
    JOIN lindero.project h ON h.id = z.project_id
    WHERE z.theme = 'land-class' AND lindero.folded_value(z.code) <> ALL (h.land_classes)
    UNION ALL
    SELECT m.project_id, 'private-parcel', NULL, NULL, NULL, NULL, NULL, NULL, sum(m.planar_m2), sum(m.length_m), count(*),
           trim_array(array_agg(m.number ORDER BY m.number), greatest(count(*)::integer - 10, 0)), true
    FROM (SELECT w.project_id, c.number, sum(CASE WHEN w.dimension = 2 THEN ST_Area(ST_Intersection(w.geom, c.geom)) END) AS planar_m2,
                 sum(CASE WHEN w.dimension = 1 THEN ST_Length(ST_Intersection(w.geom, c.geom)) END) AS length_m
          FROM work w
          JOIN lindero.parcel c ON c.municipality = :municipality AND c.geom && w.geom AND ST_Intersects(c.geom, w.geom)
              AND c.valid @> CAST(:onDay AS date) AND lindero.held(c.pub_from, c.pub_to, :at)
          -- what is neither road nor of public use; to whom it belongs this database does not know
          WHERE c.condition NOT IN ('Via', 'Bien_Uso_Publico')
            AND (w.dimension = 0 OR NOT ST_Touches(c.geom, w.geom))
          GROUP BY w.project_id, c.number) m
    -- less is the rounding of a boundary that both follow
    WHERE m.planar_m2 >= 0.01 OR m.length_m >= 0.01 OR (m.planar_m2 IS NULL AND m.length_m IS NULL)
    GROUP BY m.project_id
    UNION ALL
    SELECT v.project_id, 'overlap', NULL, NULL, NULL, NULL, NULL, o.code, v.planar_m2, v.length_m, NULL, NULL,
           d.mine IS NOT NULL AND d.theirs IS NOT NULL
    FROM overlap v
    JOIN lindero.project h ON h.id = v.project_id
    JOIN lindero.project o ON o.id = v.other_id AND o.municipality = :municipality AND o.valid @> CAST(:onDay AS date)
        AND lindero.held(o.pub_from, o.pub_to, :at)
    CROSS JOIN LATERAL (
        SELECT lindero.project_days(h.id, h.start_on, h.end_on) AS mine, lindero.project_days(o.id, o.start_on, o.end_on) AS theirs OFFSET 0) d
    WHERE d.mine && d.theirs OR d.mine IS NULL OR d.theirs IS NULL
    UNION ALL
    SELECT c.project_id, 'draft-changes', c.theme, c.now, NULL, NULL, NULL, (:draft)[1] || ': ' || coalesce(c.drafted, '-'), NULL, NULL, NULL, NULL, true
    FROM (SELECT coalesce(n.project_id, d.project_id) AS project_id, coalesce(n.theme, d.theme) AS theme, n.codes AS now, d.codes AS drafted
          FROM (SELECT z.project_id, z.theme, string_agg(z.code, ', ' ORDER BY z.code) AS codes FROM zone_now z
                WHERE z.theme IN (SELECT t.theme FROM drafted t) GROUP BY z.project_id, z.theme) n
          FULL JOIN (SELECT z.project_id, z.theme, string_agg(z.code, ', ' ORDER BY z.code) AS codes FROM zone_drafted z
                     WHERE z.theme IN (SELECT t.theme FROM drafted t) GROUP BY z.project_id, z.theme) d
              ON d.project_id = n.project_id AND d.theme = n.theme) c
    WHERE cardinality(:draft) > 0 AND c.now IS DISTINCT FROM c.drafted
)
SELECT h.code, h.name, h.stage, h.planned, f.conflict, f.theme, f.zone, f.label, f.act, f.article, f.other, f.planar_m2, f.length_m,
       f.parcels, f.examples, f.certain
FROM found f
-- the table and not a part of the query: the planner knows that its identifiers are unique
JOIN lindero.project h ON h.id = f.project_id
ORDER BY h.code, f.conflict, f.theme NULLS FIRST, f.zone NULLS FIRST, f.other NULLS FIRST;
