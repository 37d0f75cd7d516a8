-- Projects that a plot has to do with. Parameters: parcel (bigint, row of the plot), asked (text, number asked for, of a unit its
-- own), municipality (text), onDay (date), at (bigint), withinM (double precision).
-- Result: a row a project: relation needs, touches, near or serves (the closest that holds), told_by geometry, parcel, influence or
-- territory; needed_m2 and length_m of its works on the plot, distance_m of its works; null where they say nothing.
-- Relies on project_place_geom, project_place_parcel, project_place_territory, territory_geom.
WITH
plot AS (
    SELECT c.number, c.geom FROM lindero.parcel c WHERE c.id = :parcel
),
-- the projects of the day and the state first: every place that this database ever held is in the index
drawn AS (
    SELECT g.project_id, g.place, g.kind, g.geom, ST_Dimension(g.geom) AS dimension, ST_Intersects(g.geom, o.geom) AS meets, o.geom AS plot
    FROM plot o
    JOIN lindero.project_place g ON ST_DWithin(g.geom, o.geom, :withinM)
),
met AS (
    SELECT d.project_id, d.place, 'geometry' AS told_by, c.piece, d.dimension,
           CASE WHEN d.meets AND d.dimension = 2 AND ST_Area(c.piece) > 0.0001 THEN 1
                WHEN d.meets AND (d.dimension = 0 OR (d.dimension = 1 AND ST_Length(c.piece) > 0.0001)) THEN 2
                ELSE 3 END AS rank,
           CASE WHEN d.meets THEN 0 ELSE ST_Distance(d.geom, d.plot) END AS distance_m
    FROM drawn d
    CROSS JOIN LATERAL (
        SELECT CASE WHEN d.meets AND d.dimension > 0
                    THEN ST_CollectionExtract(ST_Intersection(d.plot, d.geom), d.dimension + 1) END AS piece OFFSET 0) c
    WHERE d.kind = 'obra'
    UNION ALL
    SELECT d.project_id, d.place, 'influence', NULL, NULL, 4, NULL
    FROM drawn d
    WHERE d.kind = 'influencia' AND d.meets
    UNION ALL
    SELECT g.project_id, g.place, 'parcel', NULL, NULL, CASE g.kind WHEN 'obra' THEN 2 ELSE 4 END, NULL
    FROM plot o
    JOIN lindero.project_place g ON g.parcel IN (o.number, :asked)
    UNION ALL
    SELECT g.project_id, g.place, 'territory', NULL, NULL, 4, NULL
    FROM plot o
    JOIN lindero.territory t ON t.municipality = :municipality AND t.valid @> CAST(:onDay AS date)
        AND lindero.held(t.pub_from, t.pub_to, :at) AND ST_Intersects(t.geom, ST_PointOnSurface(o.geom))
    JOIN lindero.project_place g ON g.territory = t.code AND g.territory_kind = t.kind
    UNION ALL
    SELECT g.project_id, g.place, 'territory', NULL, NULL, 4, NULL
    FROM lindero.project_place g
    WHERE g.territory = :municipality AND g.territory_kind = 'municipio'
)
SELECT p.code, p.bpin, p.name, p.axis, p.office, p.stage, p.planned, p.committed, p.paid,
       (SELECT array_agg(DISTINCT b.year ORDER BY b.year) FROM lindero.project_budget b WHERE b.project_id = p.id AND b.year IS NOT NULL) AS years,
       p.start_on, p.end_on, (ARRAY['needs', 'touches', 'near', 'serves'])[min(m.rank)] AS relation,
       (array_agg(m.told_by ORDER BY m.rank, m.place))[1] AS told_by,
       CASE WHEN min(m.rank) = 1 THEN ST_Area(ST_Union(m.piece ORDER BY m.place) FILTER (WHERE m.dimension = 2)) END AS needed_m2,
       CASE WHEN bool_or(m.dimension = 1 AND m.rank = 2)
            THEN ST_Length(ST_Union(m.piece ORDER BY m.place) FILTER (WHERE m.dimension = 1)) END AS length_m,
       min(m.distance_m) AS distance_m
FROM met m
JOIN lindero.project p ON p.id = m.project_id AND p.municipality = :municipality AND p.valid @> CAST(:onDay AS date)
    AND lindero.held(p.pub_from, p.pub_to, :at)
GROUP BY p.id
ORDER BY min(m.rank), min(m.distance_m) NULLS LAST, p.code;
