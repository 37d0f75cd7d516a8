-- Boundaries cut and classed by PostGIS: the rules of docs/quantities.md written a second time, by set operations. No part of the
-- product: a test holds co.lindero.licence.boundary against it on parcels of every shape.
CREATE SCHEMA oracle;

-- Angle between two directions, degrees, 0 to 180.
CREATE FUNCTION oracle.angle_between(one double precision, other double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN abs(mod((one - other)::numeric + 900, 360) - 180);

-- The boundary of a site cut where what lies outside it changes. Every segment is cut at the corners of the parcels that lie
-- within reach of it; from the middle of each piece a ray goes out along the normal, and what it meets first is what the
-- piece faces. Pieces are at least 1 cm long, unless the segment itself is shorter.
--   own     parcels of the site, not counted as neighbours
--   reach   how far the ray goes, m
-- Columns: part and ring (0 the outer one) of the site, position on it, whether the ring is a hole, direction of the outward
-- normal in degrees counter-clockwise from east, and what it faces: open (no parcel), public (a road or a parcel of public
-- use), private, joined (the site itself within 5 cm), notch (the site itself further away), unknown (no parcel, but the
-- cadastre's coverage ends before the reach), void (a hole with no parcel in it).
--   also, also_faces  polygons that lie outside it too, and what facing them means: the other lots and the roads of a layout
CREATE FUNCTION oracle.boundary_pieces(
    site geometry, own bigint[], of_municipality text, on_day date, at bigint, reach double precision, also geometry[],
    also_faces text[]
) RETURNS TABLE (
    part integer, ring integer, place integer, is_hole boolean, geom geometry, length_m double precision,
    normal double precision, faces text
)
    LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20
    -- one plan for a connection's life: planning takes longer than measuring, compiling longer still
    SET plan_cache_mode = force_generic_plan
    SET jit = off
AS $$
#variable_conflict use_column
BEGIN
RETURN QUERY
WITH
covered AS MATERIALIZED (
    SELECT coalesce(bool_or(d.coverage_kind <> 'polygon'), false) AS everywhere, ST_Union(d.coverage ORDER BY d.id) AS ground
    FROM lindero.dataset d
    WHERE d.municipality = of_municipality AND d.kind = 'parcels' AND lindero.held(d.pub_from, d.pub_to, at)
),
limits AS MATERIALIZED (
    SELECT ST_Union(t.geom ORDER BY t.id) AS ground
    FROM lindero.territory t
    WHERE t.municipality = of_municipality AND t.kind = 'municipio' AND t.valid @> on_day
      AND lindero.held(t.pub_from, t.pub_to, at)
),
outside AS MATERIALIZED (
    SELECT p.id, p.geom,
           CASE WHEN p.condition IN ('Via', 'Bien_Uso_Publico', '4', '3') THEN 'public' ELSE 'private' END AS faces
    FROM lindero.parcel p
    WHERE p.geom && ST_Expand(site, reach + 0.1) AND p.municipality = of_municipality AND p.id <> ALL (own)
      AND p.valid @> on_day AND lindero.held(p.pub_from, p.pub_to, at)
      -- an informal plot lies on a formal one, which is the neighbour
      AND p.condition IS DISTINCT FROM 'Informal' AND p.condition IS DISTINCT FROM '2'
    UNION ALL
    SELECT - a.n, a.geom, a.faces
    FROM unnest(also, also_faces) WITH ORDINALITY AS a (geom, faces, n)
    WHERE a.geom && ST_Expand(site, reach + 0.1)
    UNION ALL
    SELECT 0, site, 'own'
),
-- with the inside to the right, the outward normal is to the left
ring AS (
    SELECT polygon.path[1] AS part, r.path[1] AS ring, ST_ExteriorRing(r.geom) AS line
    FROM ST_Dump(ST_Multi(ST_ForcePolygonCW(site))) AS polygon
    CROSS JOIN LATERAL ST_DumpRings(polygon.geom) AS r
),
vertex AS (
    SELECT r.part, r.ring, d.path[1] AS i, ST_X(d.geom) AS x, ST_Y(d.geom) AS y,
           lead(ST_X(d.geom)) OVER following AS next_x, lead(ST_Y(d.geom)) OVER following AS next_y
    FROM ring r
    CROSS JOIN LATERAL ST_DumpPoints(r.line) AS d
    WINDOW following AS (PARTITION BY r.part, r.ring ORDER BY d.path[1])
),
segment AS MATERIALIZED (
    SELECT v.part, v.ring, v.i, v.x, v.y, v.next_x, v.next_y, l.len, (v.next_x - v.x) / l.len AS ux,
           (v.next_y - v.y) / l.len AS uy, ST_SRID(site) AS srid
    FROM vertex v
    CROSS JOIN LATERAL (SELECT sqrt((v.next_x - v.x) ^ 2 + (v.next_y - v.y) ^ 2) AS len) l
    WHERE v.next_x IS NOT NULL AND l.len > 0
),
strip AS MATERIALIZED (
    SELECT s.*, ST_SetSRID(ST_MakePolygon(ST_MakeLine(ARRAY[
               ST_MakePoint(s.x, s.y), ST_MakePoint(s.next_x, s.next_y),
               ST_MakePoint(s.next_x - s.uy * reach, s.next_y + s.ux * reach),
               ST_MakePoint(s.x - s.uy * reach, s.y + s.ux * reach), ST_MakePoint(s.x, s.y)])), s.srid) AS geom
    FROM segment s
),
cut AS (
    SELECT s.part, s.ring, s.i, 0::double precision AS t FROM strip s
    UNION
    SELECT s.part, s.ring, s.i, (ST_X(d.geom) - s.x) * s.ux + (ST_Y(d.geom) - s.y) * s.uy
    FROM strip s
    JOIN outside o ON o.geom && s.geom AND ST_Intersects(o.geom, s.geom)
    CROSS JOIN LATERAL ST_DumpPoints(ST_Intersection(o.geom, s.geom)) AS d
    WHERE s.len > 0.02
),
kept AS (
    SELECT c.part, c.ring, c.i, c.t
    FROM (SELECT c.*, lag(c.t) OVER (PARTITION BY c.part, c.ring, c.i ORDER BY c.t) AS before FROM cut c WHERE c.t >= 0) c
    JOIN strip s USING (part, ring, i)
    WHERE c.t = 0 OR (c.t - c.before >= 0.01 AND s.len - c.t >= 0.01)
),
piece AS MATERIALIZED (
    SELECT s.part, s.ring, (row_number() OVER (PARTITION BY s.part, s.ring ORDER BY s.i, k.t))::integer AS place, s.ux, s.uy,
           CASE WHEN k.t = 0 THEN s.x ELSE s.x + s.ux * k.t END AS x1, CASE WHEN k.t = 0 THEN s.y ELSE s.y + s.uy * k.t END AS y1,
           CASE WHEN n.t IS NULL THEN s.next_x ELSE s.x + s.ux * n.t END AS x2,
           CASE WHEN n.t IS NULL THEN s.next_y ELSE s.y + s.uy * n.t END AS y2, s.srid
    FROM kept k
    JOIN strip s USING (part, ring, i)
    CROSS JOIN LATERAL (
        SELECT min(m.t) AS t FROM kept m WHERE m.part = k.part AND m.ring = k.ring AND m.i = k.i AND m.t > k.t
    ) n
),
ray AS MATERIALIZED (
    SELECT p.*, ST_SetSRID(ST_MakePoint((p.x1 + p.x2) / 2, (p.y1 + p.y2) / 2), p.srid) AS middle,
           ST_SetSRID(ST_MakeLine(ST_MakePoint((p.x1 + p.x2) / 2, (p.y1 + p.y2) / 2),
                                  ST_MakePoint((p.x1 + p.x2) / 2 - p.uy * reach, (p.y1 + p.y2) / 2 + p.ux * reach)), p.srid) AS geom
    FROM piece p
)
SELECT r.part, r.ring, r.place, r.ring > 0, ST_SetSRID(ST_MakeLine(ST_MakePoint(r.x1, r.y1), ST_MakePoint(r.x2, r.y2)), r.srid),
       sqrt((r.x2 - r.x1) ^ 2 + (r.y2 - r.y1) ^ 2), degrees(atan2(r.ux, - r.uy)),
       CASE WHEN met.faces = 'own' THEN CASE WHEN met.away <= 0.05 THEN 'joined' WHEN r.ring > 0 THEN 'void' ELSE 'notch' END
            WHEN met.faces IS NOT NULL THEN met.faces
            WHEN r.ring > 0 THEN 'void'
            WHEN NOT c.everywhere AND (c.ground IS NULL OR NOT ST_Covers(c.ground, r.geom)) THEN 'unknown'
            WHEN l.ground IS NOT NULL AND NOT ST_Covers(l.ground, r.geom) THEN 'unknown'
            ELSE 'open' END
FROM ray r
CROSS JOIN covered c
CROSS JOIN limits l
LEFT JOIN LATERAL (
    SELECT o.faces, ST_Distance(r.middle, i.geom) AS away
    FROM outside o
    -- stretches that are no more than the rounding of coordinates are not met
    CROSS JOIN LATERAL ST_Dump(ST_CollectionExtract(ST_Intersection(r.geom, o.geom), 2)) AS i
    WHERE o.geom && r.geom AND ST_Intersects(o.geom, r.geom) AND ST_Length(i.geom) > 0.0005
    ORDER BY round(ST_Distance(r.middle, i.geom)::numeric, 6), o.id
    LIMIT 1
) met ON true
ORDER BY r.part, r.ring, r.place;
END
$$;
COMMENT ON FUNCTION oracle.boundary_pieces(geometry, bigint[], text, date, bigint, double precision, geometry[], text[]) IS
    'Boundary of a site cut where what it faces changes; see the file for the columns.';

-- The boundary of a site classed into fronts, sides and rear by the rules of docs/quantities.md.
--   fronts  points on the boundary by which a person states the fronts; null to find them
-- Columns: those of a piece, its class (front, side, rear, side_or_rear, unknown, joined), why where the class is not sure, the
-- run of boundary without a corner that it belongs to, for a front its number (1 the longest; 0 a chamfer between two), and
-- whether the site has fronts in several directions.
--   also, also_faces  as for the pieces; open space of a layout faces 'green': a front, but no way in
CREATE FUNCTION oracle.classed_boundary(
    site geometry, own bigint[], of_municipality text, on_day date, at bigint, reach double precision, fronts geometry,
    also geometry[] DEFAULT NULL, also_faces text[] DEFAULT NULL
) RETURNS TABLE (
    part integer, ring integer, place integer, geom geometry, length_m double precision, normal double precision, faces text,
    class text, reason text, run integer, front integer, several_fronts boolean
)
    LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20
    -- one plan for a connection's life: planning takes longer than measuring, compiling longer still
    SET plan_cache_mode = force_generic_plan
    SET jit = off
AS $$
#variable_conflict use_column
BEGIN
RETURN QUERY
WITH
piece AS MATERIALIZED (
    SELECT p.*, row_number() OVER (ORDER BY p.part, p.ring, p.place) AS n,
           -- the piece before it, around the ring
           coalesce(lag(p.normal) OVER along, last_value(p.normal) OVER whole) AS normal_before,
           coalesce(lag(p.faces) OVER along, last_value(p.faces) OVER whole) AS faces_before
    FROM oracle.boundary_pieces(site, own, of_municipality, on_day, at, reach, also, also_faces) p
    WINDOW along AS (PARTITION BY p.part, p.ring ORDER BY p.place),
           whole AS (PARTITION BY p.part, p.ring ORDER BY p.place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
),
-- a stated front is a whole run between two corners, whatever lies outside it
begun AS (
    SELECT p.*, p.faces IN ('open', 'public', 'green') AS is_open,
           sum(CASE WHEN oracle.angle_between(p.normal, p.normal_before) > 30
                      OR (fronts IS NULL AND (p.faces IN ('open', 'public', 'green')) <> (p.faces_before IN ('open', 'public', 'green')))
                    THEN 1 ELSE 0 END) OVER (PARTITION BY p.part, p.ring ORDER BY p.place) AS step
    FROM piece p
),
-- what comes before the first corner of a ring continues its last run
numbered AS MATERIALIZED (
    SELECT b.*, dense_rank() OVER (ORDER BY b.part, b.ring, CASE WHEN b.step = 0 THEN b.last_step ELSE b.step END)::integer AS run
    FROM (SELECT b.*, max(b.step) OVER (PARTITION BY b.part, b.ring) AS last_step FROM begun b) b
),
stated AS MATERIALIZED (
    SELECT DISTINCT nearest.run
    FROM ST_Dump(fronts) AS place
    CROSS JOIN LATERAL (
        SELECT n.run FROM numbered n WHERE n.ring = 0 ORDER BY ST_Distance(n.geom, place.geom), n.n LIMIT 1
    ) nearest
),
marked AS MATERIALIZED (
    SELECT n.*, CASE WHEN fronts IS NULL THEN n.is_open ELSE n.run IN (SELECT s.run FROM stated s) END AS is_front
    FROM numbered n
),
front_run AS MATERIALIZED (
    SELECT m.run, sum(m.length_m ORDER BY m.n) AS len, ST_XMin(ST_Extent(m.geom)) AS west, ST_YMin(ST_Extent(m.geom)) AS south,
           degrees(atan2(sum(m.length_m * sind(m.normal) ORDER BY m.n), sum(m.length_m * cosd(m.normal) ORDER BY m.n))) AS normal,
           ST_Collect(m.geom ORDER BY m.n) AS geom
    FROM marked m
    WHERE m.is_front
    GROUP BY m.run
),
-- a short run between two longer fronts cuts off their corner
chamfer AS MATERIALIZED (
    SELECT f.run
    FROM front_run f
    WHERE f.len < 5
      AND 2 <= (SELECT count(*) FROM front_run g
                WHERE g.run <> f.run AND g.len > f.len AND ST_DWithin(g.geom, f.geom, 0.001)
                  AND oracle.angle_between(g.normal, f.normal) BETWEEN 15 AND 75)
),
front_number AS MATERIALIZED (
    SELECT f.run, (row_number() OVER (ORDER BY round(f.len::numeric, 3) DESC, f.west, f.south, f.run))::integer AS front
    FROM front_run f
    WHERE f.run NOT IN (SELECT c.run FROM chamfer c)
),
facing AS MATERIALIZED (
    SELECT count(*) AS fronts,
           degrees(atan2(sum(m.length_m * sind(m.normal) ORDER BY m.n), sum(m.length_m * cosd(m.normal) ORDER BY m.n))) AS normal
    FROM marked m
    WHERE m.is_front AND m.run NOT IN (SELECT c.run FROM chamfer c)
),
-- fronts in two directions: at least 1 m of each
corner AS MATERIALIZED (
    SELECT EXISTS (
        SELECT FROM marked a
        WHERE a.is_front AND a.run NOT IN (SELECT c.run FROM chamfer c)
          AND 1.0 <= (SELECT sum(b.length_m) FROM marked b
                      WHERE b.is_front AND oracle.angle_between(a.normal, b.normal) <= 15)
          AND 1.0 <= (SELECT sum(b.length_m) FROM marked b
                      WHERE b.is_front AND b.run NOT IN (SELECT c.run FROM chamfer c)
                        AND oracle.angle_between(a.normal, b.normal) > 60)) AS has_several
),
-- a short run between two longer ones, none of them front, that go on in one direction
other_run AS MATERIALIZED (
    SELECT m.run, sum(m.length_m ORDER BY m.n) AS len,
           degrees(atan2(sum(m.length_m * sind(m.normal) ORDER BY m.n), sum(m.length_m * cosd(m.normal) ORDER BY m.n))) AS normal,
           ST_Collect(m.geom ORDER BY m.n) AS geom
    FROM marked m
    WHERE NOT m.is_front
    GROUP BY m.run
),
step AS MATERIALIZED (
    SELECT r.run
    FROM other_run r
    WHERE r.len < 5
      AND EXISTS (SELECT FROM other_run a
                  JOIN other_run b ON a.run < b.run AND oracle.angle_between(a.normal, b.normal) <= 30
                  WHERE r.run NOT IN (a.run, b.run) AND a.len > r.len AND b.len > r.len
                    AND ST_DWithin(a.geom, r.geom, 0.001) AND ST_DWithin(b.geom, r.geom, 0.001))
),
turned AS (
    SELECT m.*, f.fronts, c.has_several,
           CASE WHEN f.fronts = 0 THEN NULL
                WHEN NOT c.has_several THEN oracle.angle_between(m.normal, f.normal)
                ELSE (SELECT max(oracle.angle_between(m.normal, b.normal)) FROM front_run b) END AS turn
    FROM marked m
    CROSS JOIN facing f
    CROSS JOIN corner c
)
SELECT t.part, t.ring, t.place, t.geom, t.length_m, t.normal, t.faces, judged.class, judged.reason, t.run,
       CASE WHEN judged.class = 'front' THEN coalesce(n.front, 0) END, t.has_several
FROM turned t
LEFT JOIN front_number n ON n.run = t.run
CROSS JOIN LATERAL (
    SELECT w.class, w.reason
    FROM (VALUES
        (1, t.is_front, 'front', NULL),
        (2, t.faces = 'joined', 'joined', NULL),
        (3, t.faces = 'unknown', 'unknown', 'outside-coverage'),
        (4, t.faces = 'void', 'unknown', 'hole-without-parcel'),
        (5, t.faces = 'notch', 'unknown', 'narrow-notch'),
        (6, t.is_hole, 'side', NULL),
        (7, t.fronts = 0, 'side_or_rear', 'no-front'),
        (8, t.turn < 125, 'side', NULL),
        (9, t.has_several, 'side_or_rear', 'several-fronts'),
        (10, t.turn <= 145, 'side_or_rear', 'oblique'),
        (11, t.run IN (SELECT s.run FROM step s), 'side_or_rear', 'step'),
        (12, true, 'rear', NULL)) AS w (rank, holds, class, reason)
    WHERE w.holds
    ORDER BY w.rank
    LIMIT 1
) judged
ORDER BY t.part, t.ring, t.place;
END
$$;
COMMENT ON FUNCTION oracle.classed_boundary(geometry, bigint[], text, date, bigint, double precision, geometry, geometry[],
    text[]) IS
    'Boundary of a site classed into fronts, sides and rear; see the file for the columns.';
