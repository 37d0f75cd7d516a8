-- Follow-up of a plan by its licences: classes of a licence, zones at inner points, places of licences.

-- The classes of licence that a text names, the first one first and the others in alphabetical order, each once; null for a word
-- that names none. One class may be written in several words, so that the whole text is looked at first.
CREATE OR REPLACE FUNCTION lindero.licence_classes(text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN lindero.licence_class($1) IS NOT NULL THEN ARRAY[lindero.licence_class($1)]
                ELSE (
        SELECT array_agg(n.class ORDER BY n.place <> 1, n.class, n.place)
        FROM (
            SELECT c.class, min(c.place) AS place
            FROM (
                SELECT lindero.licence_class(w.word) AS class, w.place
                FROM unnest(lindero.words_of(regexp_replace($1, '\s+[yY]\s+', ',', 'g'))) WITH ORDINALITY AS w (word, place)
            ) c
            GROUP BY c.class
        ) n) END;
COMMENT ON FUNCTION lindero.licence_classes(text) IS
    'Classes of licence that a text names, the first first, the others in order; null for a word that names none.';

-- The zones of some themes at the inner point of parcels: a parcel counts whole where that point lies, so that the parcels of the
-- zones of a theme add up. Of zones over one another the first by code counts.
--   parcel_ids  rows of lindero.parcel; null for every parcel of the municipality
-- Returns a row for each parcel with geometry: an object of theme and code, empty where none of the themes speaks.
CREATE OR REPLACE FUNCTION lindero.parcel_zones(
    of_municipality text, chain text[], themes text[], on_day date, at bigint, parcel_ids bigint[] DEFAULT NULL
) RETURNS TABLE (parcel_id bigint, zones jsonb)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
WITH
plot AS MATERIALIZED (
    SELECT p.id, ST_PointOnSurface(p.geom) AS place
    FROM lindero.parcel p
    WHERE p.municipality = of_municipality AND p.geom IS NOT NULL AND p.valid @> on_day
      AND lindero.held(p.pub_from, p.pub_to, at) AND (parcel_ids IS NULL OR p.id = ANY (parcel_ids))
),
ground AS MATERIALIZED (
    SELECT row_number() OVER () AS piece, t.theme, g.code, g.geom
    FROM unnest(themes) AS t (theme)
    CROSS JOIN LATERAL lindero.zone_ground(of_municipality, chain, t.theme, on_day, at) g
),
near AS MATERIALIZED (
    SELECT g.piece, p.id
    FROM ground g
    CROSS JOIN LATERAL (SELECT i.id FROM lindero.parcel i WHERE i.geom && g.geom OFFSET 0) p
),
-- piece after piece, so that each is unpacked and prepared once; drawings are kept out of the sort
asked AS MATERIALIZED (
    SELECT n.piece, q.id, q.place
    FROM near n
    JOIN plot q ON q.id = n.id
    ORDER BY n.piece
),
hit AS MATERIALIZED (
    SELECT a.id, g.theme, min(g.code) AS code
    FROM asked a
    JOIN ground g ON g.piece = a.piece AND ST_Intersects(g.geom, a.place)
    GROUP BY a.id, g.theme
    UNION ALL
    SELECT q.id, g.theme, min(g.code)
    FROM ground g
    CROSS JOIN plot q
    WHERE g.geom IS NULL
    GROUP BY q.id, g.theme
),
coded AS MATERIALIZED (
    SELECT o.id, jsonb_object_agg(o.theme, o.code) AS zones
    FROM (SELECT h.id, h.theme, min(h.code) AS code FROM hit h GROUP BY h.id, h.theme) o
    GROUP BY o.id
)
SELECT q.id, coalesce(c.zones, '{}')
FROM plot q
LEFT JOIN coded c ON c.id = q.id
$$;
COMMENT ON FUNCTION lindero.parcel_zones(text, text[], text[], date, bigint, bigint[]) IS
    'Zones of themes at the inner point of each parcel, as an object of theme and code.';

-- The parcel on whose ground each licence is counted: where it is drawn, the smallest parcel under its inner point; else the
-- largest that it names. A unit of horizontal property stands for its parent's plot (positions 1 to 22, then zeros).
-- Returns a row for each licence; parcel_id null where the cadastre knows none.
CREATE OR REPLACE FUNCTION lindero.licence_parcels(of_municipality text, on_day date, at bigint)
    RETURNS TABLE (licence_id bigint, parcel_id bigint)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
WITH
file AS MATERIALIZED (
    SELECT l.id, l.geom, l.parcels
    FROM lindero.licence l
    WHERE l.municipality = of_municipality AND l.valid @> on_day AND lindero.held(l.pub_from, l.pub_to, at)
),
drawn AS (
    SELECT DISTINCT ON (f.id) f.id, p.id AS parcel_id
    FROM file f
    CROSS JOIN LATERAL (SELECT ST_PointOnSurface(f.geom) AS place OFFSET 0) s
    JOIN lindero.parcel p ON p.geom && s.place AND ST_Intersects(p.geom, s.place)
    WHERE f.geom IS NOT NULL AND p.municipality = of_municipality AND p.valid @> on_day AND lindero.held(p.pub_from, p.pub_to, at)
    ORDER BY f.id, p.planar_m2, p.id
),
named AS (
    SELECT DISTINCT ON (f.id) f.id, p.id AS parcel_id
    FROM file f
    CROSS JOIN LATERAL (
        SELECT DISTINCT v.number
        FROM unnest(f.parcels) AS n (number)
        CROSS JOIN LATERAL (VALUES (n.number), (CASE WHEN n.number ~ '^\d{21}[89]\d{8}$' THEN left(n.number, 22) || '00000000' END)) AS v (number)
        WHERE v.number IS NOT NULL
    ) w
    JOIN lindero.parcel p ON p.municipality = of_municipality AND p.number = w.number
    WHERE p.geom IS NOT NULL AND p.valid @> on_day AND lindero.held(p.pub_from, p.pub_to, at)
    ORDER BY f.id, p.planar_m2 DESC, p.id
)
SELECT f.id, coalesce(d.parcel_id, n.parcel_id)
FROM file f
LEFT JOIN drawn d ON d.id = f.id
LEFT JOIN named n ON n.id = f.id
$$;
COMMENT ON FUNCTION lindero.licence_parcels(text, date, bigint) IS
    'Parcel on whose ground each licence is counted; null where the cadastre knows none.';

-- The rank under which each project counts: the highest level that its works meet, and the place at which it is counted. Works are
-- drawn, or lie on a parcel; areas of influence and projects of a whole territory have no place of their own.
--   rank  as lindero.level_pieces; -1 nothing mapped, -2 no data
CREATE OR REPLACE FUNCTION lindero.project_levels(
    of_municipality text, chain text[], of_theme text, on_day date, at bigint
) RETURNS TABLE (project_id bigint, rank smallint, place geometry)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
WITH
works AS MATERIALIZED (
    SELECT w.id, w.geom, row_number() OVER (ORDER BY w.id) AS place
    FROM (
        SELECT j.id, ST_Union(coalesce(w.geom, p.geom) ORDER BY w.place) AS geom
        FROM lindero.project j
        JOIN lindero.project_place w ON w.project_id = j.id AND w.kind = 'obra'
        LEFT JOIN lindero.parcel p ON p.municipality = of_municipality AND p.number = w.parcel AND p.valid @> on_day
            AND lindero.held(p.pub_from, p.pub_to, at)
        WHERE j.municipality = of_municipality AND j.valid @> on_day AND lindero.held(j.pub_from, j.pub_to, at)
        GROUP BY j.id
    ) w
    WHERE w.geom IS NOT NULL
),
-- the highest first, and one piece after the other
piece AS MATERIALIZED (
    SELECT l.rank, l.geom, row_number() OVER (ORDER BY l.rank DESC, l.geom) AS place
    FROM lindero.level_pieces(of_municipality, chain, of_theme, on_day, at) l
),
everywhere AS (SELECT max(p.rank) AS rank FROM piece p WHERE p.geom IS NULL),
met AS MATERIALIZED (
    SELECT w.id, max(p.rank) AS rank
    FROM lindero.meeting_boxes((SELECT array_agg(p.geom::box2d ORDER BY p.place) FROM piece p),
                               (SELECT array_agg(w.geom::box2d ORDER BY w.place) FROM works w)) m
    JOIN piece p ON p.place = m.this
    JOIN works w ON w.place = m.that
    WHERE ST_Intersects(p.geom, w.geom)
    GROUP BY w.id
),
delivered AS MATERIALIZED (
    SELECT bool_or(d.coverage_kind <> 'polygon') AS everywhere, ST_Union(d.coverage ORDER BY d.id) AS coverage
    FROM lindero.dataset d
    WHERE d.municipality = of_municipality AND d.kind = 'zones' AND d.theme = of_theme AND d.plan = ANY (chain)
      AND lindero.held(d.pub_from, d.pub_to, at)
)
SELECT w.id,
       CASE WHEN greatest(m.rank, e.rank) IS NOT NULL THEN greatest(m.rank, e.rank)
            WHEN d.everywhere OR ST_Covers(d.coverage, w.geom) THEN -1
            ELSE -2 END::smallint,
       ST_PointOnSurface(w.geom)
FROM works w
CROSS JOIN everywhere e
CROSS JOIN delivered d
LEFT JOIN met m ON m.id = w.id
$$;
COMMENT ON FUNCTION lindero.project_levels(text, text[], text, date, bigint) IS
    'Rank of the highest level that the works of each project meet, and the point at which it is counted.';
