-- Who and what lies in which level of a theme, by territory, land class or use. A parcel and a building count where their inner
-- point lies, and under the highest level on them; areas are split by level, the highest winning.
-- Parameters: municipality (text), chain (text[]), theme (text), by (text: a kind of territory, land-class or use), onDay (date),
-- at (bigint).
-- Result: code (text, null for what lies in no group), name, rank (3 Alta, 2 Media, 1 Baja, 0 not stated, -1 nothing mapped, -2
-- no data, null buildings whose footprint is not drawn), parcels, drawn_m2 (of parcels), ground_m2 (of zones, null by use),
-- buildings, floors (sum of those known), built_m2, footprint_m2, uses (JSON list of use, buildings, builtM2 of the buildings),
-- licences (granted, at the level of their parcel), projects (at the highest level that their works meet), parents (text[]: larger
-- territories in which the group's inner point lies).
-- Relies on parcel_geom, building_geom, zone_piece_layer_geom, derived_part_parcel.
WITH
grouped AS MATERIALIZED (
    SELECT g.code, g.name, g.geom, ST_Area(g.geom) AS area
    FROM lindero.exposure_groups(:municipality, :chain, :by, CAST(:onDay AS date), :at) g
),
-- in pieces of few vertices, so that what a point or a zone costs does not grow with the groups
group_piece AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY s.code, s.geom) AS place, s.code, s.area, s.geom
    FROM (SELECT g.code, g.area, ST_Subdivide(g.geom, 128) AS geom FROM grouped g) s
),
-- of groups over one another the smallest has what lies on both. Piece after piece (OFFSET 0), for each is prepared once, and the
-- planner cannot know how many there are
parcel_place AS MATERIALIZED (
    SELECT DISTINCT ON (p.id) p.id, g.code
    FROM group_piece g
    CROSS JOIN LATERAL (
        SELECT i.id, ST_PointOnSurface(i.geom) AS place
        FROM lindero.parcel i
        WHERE i.geom && g.geom AND i.municipality = :municipality AND i.valid @> CAST(:onDay AS date)
          AND lindero.held(i.pub_from, i.pub_to, :at)
        OFFSET 0
    ) p
    WHERE ST_Intersects(g.geom, p.place)
    ORDER BY p.id, g.area, g.code
),
levelled AS MATERIALIZED (
    SELECT l.parcel_id, l.rank, l.planar_m2, l.counts
    FROM lindero.parcel_levels(:municipality, :chain, :theme, CAST(:onDay AS date), :at) l
),
parcel_row AS (
    SELECT coalesce(k.code, p.destination) AS code, l.rank, l.planar_m2, l.counts, l.parcel_id
    FROM levelled l
    LEFT JOIN lindero.parcel p ON :by = 'use' AND p.id = l.parcel_id
    LEFT JOIN parcel_place k ON k.id = l.parcel_id
),
parcel_sum AS (
    SELECT r.code, r.rank, count(*) FILTER (WHERE r.counts) AS parcels, sum(r.planar_m2 ORDER BY r.parcel_id) AS drawn_m2
    FROM parcel_row r
    GROUP BY r.code, r.rank
),
licence_sum AS (
    SELECT coalesce(k.code, CASE WHEN :by = 'use' THEN p.destination END) AS code, l.rank, count(*) AS licences
    FROM lindero.licence_parcels(:municipality, CAST(:onDay AS date), :at) f
    JOIN lindero.licence i ON i.id = f.licence_id AND i.status IN ('concedida', 'notificada', 'en_firme')
    JOIN levelled l ON l.parcel_id = f.parcel_id AND l.counts
    JOIN lindero.parcel p ON p.id = f.parcel_id
    LEFT JOIN parcel_place k ON k.id = f.parcel_id
    GROUP BY 1, 2
),
project_sum AS (
    SELECT c.code, j.rank, count(*) AS projects
    FROM lindero.project_levels(:municipality, :chain, :theme, CAST(:onDay AS date), :at) j
    LEFT JOIN LATERAL (
        SELECT g.code FROM group_piece g WHERE ST_Intersects(g.geom, j.place) ORDER BY g.area, g.code LIMIT 1
    ) c ON true
    GROUP BY c.code, j.rank
),
-- larger territories: what is kept back in one table must not be told by another
enclosing AS (
    SELECT g.code, array_agg(t.kind || '/' || t.code ORDER BY t.kind, t.code) AS parents
    FROM grouped g
    CROSS JOIN LATERAL (SELECT ST_PointOnSurface(g.geom) AS place OFFSET 0) i
    JOIN lindero.territory t ON t.geom && i.place AND ST_Intersects(t.geom, i.place)
    WHERE :by NOT IN ('use', 'land-class', 'municipio') AND t.municipality = :municipality AND t.kind NOT IN ('municipio', :by)
      AND t.valid @> CAST(:onDay AS date) AND lindero.held(t.pub_from, t.pub_to, :at) AND ST_Area(t.geom) > g.area
    GROUP BY g.code
),
building_place AS MATERIALIZED (
    SELECT DISTINCT ON (b.id) b.id, g.code
    FROM group_piece g
    CROSS JOIN LATERAL (
        SELECT i.id, ST_PointOnSurface(i.geom) AS place
        FROM lindero.building i
        WHERE i.geom && g.geom AND i.municipality = :municipality AND i.valid @> CAST(:onDay AS date)
          AND lindero.held(i.pub_from, i.pub_to, :at)
        OFFSET 0
    ) b
    WHERE ST_Intersects(g.geom, b.place)
    ORDER BY b.id, g.area, g.code
),
-- the use by which a building is grouped is that of its parcel
building_use AS MATERIALIZED (
    SELECT DISTINCT ON (p.number) p.number, p.destination
    FROM lindero.parcel p
    WHERE :by = 'use' AND p.municipality = :municipality AND p.valid @> CAST(:onDay AS date)
      AND lindero.held(p.pub_from, p.pub_to, :at)
    ORDER BY p.number, p.id
),
building_row AS MATERIALIZED (
    SELECT coalesce(k.code, u.destination) AS code, l.rank, b.id, b.use, b.floors, b.built_area_m2, b.planar_m2
    FROM lindero.building_levels(:municipality, :chain, :theme, CAST(:onDay AS date), :at) l
    JOIN lindero.building b ON b.id = l.building_id
    LEFT JOIN building_place k ON k.id = b.id
    LEFT JOIN building_use u ON u.number = b.parcel
),
use_sum AS (
    SELECT r.code, r.rank, r.use, count(*) AS buildings, sum(r.built_area_m2 ORDER BY r.id) AS built_m2,
           sum(r.planar_m2 ORDER BY r.id) AS footprint_m2, sum(r.floors) AS floors
    FROM building_row r
    GROUP BY r.code, r.rank, r.use
),
building_sum AS (
    SELECT u.code, u.rank, sum(u.buildings)::bigint AS buildings, sum(u.floors)::bigint AS floors,
           sum(u.built_m2 ORDER BY u.use NULLS LAST) AS built_m2, sum(u.footprint_m2 ORDER BY u.use NULLS LAST) AS footprint_m2,
           jsonb_agg(jsonb_build_object('use', u.use, 'buildings', u.buildings, 'builtM2', u.built_m2)
                     ORDER BY u.use NULLS LAST) AS uses
    FROM use_sum u
    GROUP BY u.code, u.rank
),
-- where groups have ground: a use has none
ground_piece AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY l.rank DESC, l.geom) AS place, l.rank, l.geom, ST_Area(l.geom) AS area
    FROM lindero.level_ground(:municipality, :chain, :theme, CAST(:onDay AS date), :at) l
    WHERE :by <> 'use'
),
meeting AS MATERIALIZED (
    SELECT m.this AS group_place, m.that AS ground_place
    FROM lindero.meeting_boxes((SELECT array_agg(g.geom::box2d ORDER BY g.place) FROM group_piece g),
                               (SELECT array_agg(p.geom::box2d ORDER BY p.place) FROM ground_piece p)) m
    ORDER BY m.this, m.that
),
-- the ground of each group by level
ground_level AS (
    SELECT g.code, p.rank, sum(shared.area ORDER BY m.group_place, m.ground_place) AS ground_m2
    FROM meeting m
    JOIN group_piece g ON g.place = m.group_place
    JOIN ground_piece p ON p.place = m.ground_place
    CROSS JOIN LATERAL (
        SELECT CASE WHEN NOT ST_Intersects(g.geom, p.geom) THEN 0
                    WHEN ST_Covers(g.geom, p.geom) THEN p.area
                    ELSE ST_Area(ST_Intersection(p.geom, g.geom)) END AS area
        OFFSET 0
    ) shared
    GROUP BY g.code, p.rank
),
ground_sum AS (
    SELECT l.code, l.rank, l.ground_m2
    FROM ground_level l
    UNION ALL
    -- what lies in no group
    SELECT NULL, w.rank,
           greatest(w.ground_m2 - coalesce((SELECT sum(i.ground_m2 ORDER BY i.code) FROM ground_level i WHERE i.rank = w.rank), 0), 0)
    FROM (SELECT p.rank, sum(p.area ORDER BY p.place) AS ground_m2 FROM ground_piece p GROUP BY p.rank) w
),
named AS (
    SELECT c.code, c.rank FROM parcel_sum c
    UNION
    SELECT b.code, b.rank FROM building_sum b
    UNION
    SELECT s.code, s.rank FROM ground_sum s
    UNION
    SELECT f.code, f.rank FROM licence_sum f
    UNION
    SELECT j.code, j.rank FROM project_sum j
    UNION
    SELECT g.code, (-1)::smallint FROM grouped g
)
SELECT n.code, coalesce(g.name, CASE WHEN :by = 'use' THEN n.code END) AS name, n.rank, coalesce(c.parcels, 0) AS parcels,
       coalesce(c.drawn_m2, 0) AS drawn_m2, s.ground_m2, coalesce(b.buildings, 0) AS buildings, coalesce(b.floors, 0) AS floors,
       coalesce(b.built_m2, 0) AS built_m2, coalesce(b.footprint_m2, 0) AS footprint_m2, coalesce(b.uses, '[]')::text AS uses,
       coalesce(f.licences, 0) AS licences, coalesce(j.projects, 0) AS projects, coalesce(e.parents, '{}') AS parents
FROM named n
LEFT JOIN enclosing e ON e.code = n.code
LEFT JOIN licence_sum f ON f.code IS NOT DISTINCT FROM n.code AND f.rank IS NOT DISTINCT FROM n.rank
LEFT JOIN project_sum j ON j.code IS NOT DISTINCT FROM n.code AND j.rank IS NOT DISTINCT FROM n.rank
LEFT JOIN grouped g ON g.code = n.code
LEFT JOIN parcel_sum c ON c.code IS NOT DISTINCT FROM n.code AND c.rank IS NOT DISTINCT FROM n.rank
LEFT JOIN building_sum b ON b.code IS NOT DISTINCT FROM n.code AND b.rank IS NOT DISTINCT FROM n.rank
LEFT JOIN ground_sum s ON s.code IS NOT DISTINCT FROM n.code AND s.rank IS NOT DISTINCT FROM n.rank
ORDER BY n.code COLLATE "C" NULLS LAST, n.rank DESC NULLS LAST;
