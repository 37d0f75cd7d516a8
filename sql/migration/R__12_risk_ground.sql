-- The ground of a theme by level, in pieces that never lie over one another, and how pieces that were just computed find each other:
-- what exposure needs so that its time grows with the number of pieces and not with their pairs.

-- The cells of a grid in which a box lies. STRICT, so that the planner keeps to ROWS: written out, it would expect a million a box.
CREATE OR REPLACE FUNCTION lindero.cells_of(
    west double precision, south double precision, east double precision, north double precision, size double precision
) RETURNS TABLE (x integer, y integer)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 4 AS $$
SELECT x.x, y.y
FROM generate_series(floor(west / size)::integer, floor(east / size)::integer) AS x
CROSS JOIN generate_series(floor(south / size)::integer, floor(north / size)::integer) AS y
$$;
COMMENT ON FUNCTION lindero.cells_of(double precision, double precision, double precision, double precision, double precision) IS
    'Columns and rows of the cells of a grid of a size (m) in which a box lies, from the origin of the storage CRS.';

-- Which boxes of one list meet which of another, so that geometries that were just computed, and have no index, need not be compared
-- each with each. A cell has on average one box, which makes the work grow with the boxes and the pairs found.
--   these, those  boxes, storage CRS; null is met by nothing
-- Returns places in the two lists, from 1, each pair once.
CREATE OR REPLACE FUNCTION lindero.meeting_boxes(these box2d[], those box2d[])
    RETURNS TABLE (this bigint, that bigint)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 10000 AS $$
WITH
box AS MATERIALIZED (
    SELECT b.mine, b.place, ST_XMin(b.box) AS west, ST_YMin(b.box) AS south, ST_XMax(b.box) AS east, ST_YMax(b.box) AS north
    FROM (
        SELECT true AS mine, i.place, i.box FROM unnest(these) WITH ORDINALITY AS i (box, place)
        UNION ALL
        SELECT false, o.place, o.box FROM unnest(those) WITH ORDINALITY AS o (box, place)
    ) b
    WHERE b.box IS NOT NULL
),
grid AS MATERIALIZED (
    SELECT greatest(sqrt((max(b.east) - min(b.west)) * (max(b.north) - min(b.south)) / count(*)), 1) AS size
    FROM box b
),
cell AS MATERIALIZED (
    SELECT b.mine, b.place, b.west, b.south, b.east, b.north, c.x, c.y, min(c.x) OVER w AS first_x, min(c.y) OVER w AS first_y
    FROM box b
    CROSS JOIN grid g
    CROSS JOIN LATERAL lindero.cells_of(b.west, b.south, b.east, b.north, g.size) c
    WINDOW w AS (PARTITION BY b.mine, b.place)
)
SELECT i.place, o.place
FROM cell i
JOIN cell o ON o.x = i.x AND o.y = i.y
WHERE i.mine AND NOT o.mine
  AND i.west <= o.east AND o.west <= i.east AND i.south <= o.north AND o.south <= i.north
  -- of the cells that two boxes share, the first
  AND i.x = greatest(i.first_x, o.first_x) AND i.y = greatest(i.first_y, o.first_y)
$$;
COMMENT ON FUNCTION lindero.meeting_boxes(box2d[], box2d[]) IS
    'Pairs of places in two lists of boxes that have a point in common; storage CRS.';

-- The ground of a theme by rank of level, in pieces none of which lie over one another: what lies under a higher level is cut away,
-- so that areas add up and nothing has to be united. A rank that has no ground of its own still has rows, empty ones.
CREATE OR REPLACE FUNCTION lindero.level_ground(
    of_municipality text, chain text[], of_theme text, on_day date, at bigint
) RETURNS TABLE (rank smallint, geom geometry)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
WITH
municipal AS (
    SELECT ST_Union(t.geom ORDER BY t.id) AS geom
    FROM lindero.territory t
    WHERE t.municipality = of_municipality AND t.kind = 'municipio' AND t.valid @> on_day AND lindero.held(t.pub_from, t.pub_to, at)
),
ground AS (
    SELECT g.zone_id, g.geom
    FROM lindero.zone_ground(of_municipality, chain, of_theme, on_day, at) g
    WHERE ST_Dimension(g.geom) = 2
    UNION ALL
    SELECT g.zone_id, s.geom
    FROM lindero.zone_ground(of_municipality, chain, of_theme, on_day, at) g
    CROSS JOIN municipal m
    CROSS JOIN LATERAL ST_Subdivide(m.geom, 128) AS s (geom)
    WHERE g.geom IS NULL
),
-- pieces of one drawn zone never lie over one another; those of statements without geometry may, as zones of a land class may
piece AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY r.rank DESC, r.zone_id, r.geom) AS place, r.rank, r.drawn, r.geom
    FROM (
        SELECT lindero.zone_rank(z.code, z.attributes) AS rank, z.id AS zone_id,
               CASE WHEN z.geom IS NOT NULL THEN z.id END AS drawn, g.geom
        FROM ground g
        JOIN lindero.zone z ON z.id = g.zone_id
    ) r
),
boxes AS MATERIALIZED (SELECT array_agg(p.geom::box2d ORDER BY p.place) AS list FROM piece p),
-- in the order of pieces, so that PostGIS prepares each once
pair AS MATERIALIZED (
    SELECT m.this, m.that
    FROM boxes b
    CROSS JOIN LATERAL lindero.meeting_boxes(b.list, b.list) m
    WHERE m.that < m.this
    ORDER BY m.this, m.that
),
above AS MATERIALIZED (
    SELECT m.this, ST_Union(h.geom ORDER BY m.that) AS geom
    FROM pair m
    JOIN piece p ON p.place = m.this
    JOIN piece h ON h.place = m.that
    -- neighbours share a line; what lies over another shares an area
    WHERE (p.drawn = h.drawn) IS NOT TRUE AND ST_Relate(p.geom, h.geom, '2********')
    GROUP BY m.this
)
SELECT p.rank, CASE WHEN a.this IS NULL THEN p.geom ELSE ST_CollectionExtract(ST_Difference(p.geom, a.geom), 3) END
FROM piece p
LEFT JOIN above a ON a.this = p.place
$$;
COMMENT ON FUNCTION lindero.level_ground(text, text[], text, date, bigint) IS
    'Ground of a theme by rank of level in pieces of few vertices, each place under the highest rank; polygons, storage CRS.';
