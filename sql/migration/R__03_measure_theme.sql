-- What of a theme lies on which parcel: the one place where this is computed, for one parcel on the request path and for
-- thousands when the kept parts are brought up to date. Every aggregate of numbers or geometries states its order: another
-- one would change the last bits, and an answer must come again bit for bit.

-- Zones of a theme on or near parcels. The zones of an inherited plan count only where no plan that revises it speaks.
--   margin  how near a zone must be to be listed, m
-- Returns the zone's part on the parcel: for a polygon the polygon part (null where it only touches or is only near), for
-- lines and points what of them lies on the plot, its boundary included; within_m is the distance of what speaks of the
-- zone, 0 on contact; accuracy_m is that of its dataset.
DROP FUNCTION IF EXISTS lindero.theme_near(bigint[], text, text[], text, date, bigint, double precision);
CREATE FUNCTION lindero.theme_near(
    parcel_ids bigint[], of_municipality text, chain text[], of_theme text, on_day date, at bigint, margin double precision
) RETURNS TABLE (
    parcel_id bigint, zone_id bigint, code text, dimension smallint, geom geometry, points bigint, within_m double precision,
    accuracy_m double precision
)
    -- not in SQL: that would be planned anew in each statement, which takes longer than finding the zones of a parcel
    LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000
    SET plan_cache_mode = force_generic_plan
AS $$
#variable_conflict use_column
BEGIN
RETURN QUERY
WITH
member AS MATERIALIZED (
    SELECT l.id AS layer, array_position(chain, l.plan) AS rank,
           bool_or(d.coverage_kind <> 'polygon') FILTER (WHERE d.id IS NOT NULL) AS wholly, ST_Union(d.coverage ORDER BY d.id) AS coverage,
           jsonb_object_agg(d.name, d.accuracy_m) FILTER (WHERE d.id IS NOT NULL) AS accuracy
    FROM lindero.layer l
    LEFT JOIN lindero.dataset d ON d.municipality = l.municipality AND d.kind = 'zones' AND d.theme = l.theme
        AND d.plan = l.plan AND lindero.held(d.pub_from, d.pub_to, at)
    WHERE l.municipality = of_municipality AND l.theme = of_theme AND l.plan = ANY (chain)
    GROUP BY l.id, l.plan
),
-- of an inherited layer, the ground that newer plans have taken over
speaking AS MATERIALIZED (
    SELECT m.layer, m.accuracy, (SELECT ST_Union(n.coverage ORDER BY n.rank) FROM member n WHERE n.rank < m.rank) AS taken
    FROM member m
    WHERE NOT EXISTS (SELECT FROM member n WHERE n.rank < m.rank AND n.wholly)
),
-- of a zone of many vertices the pieces near the plot are enough, put together; zone after zone, so that PostGIS unpacks and
-- prepares the geometry of a zone once for all its parcels
encounter AS MATERIALIZED (
    SELECT p.id AS parcel_id, p.geom AS plot, s.taken, near.zone_id, near.code, near.geom,
           (s.accuracy ->> near.dataset)::double precision AS accuracy
    FROM lindero.parcel p
    CROSS JOIN speaking s
    CROSS JOIN LATERAL (
        SELECT z.id AS zone_id, z.code, z.dataset,
               CASE WHEN count(*) = 1 THEN (array_agg(g.geom))[1] ELSE ST_Union(g.geom ORDER BY g.geom) END AS geom
        FROM lindero.zone_piece g
        JOIN lindero.zone z ON z.id = g.zone_id
        WHERE g.layer = s.layer AND g.geom && ST_Expand(p.geom, margin)
          AND z.valid @> on_day AND lindero.held(z.pub_from, z.pub_to, at)
        GROUP BY z.id
    ) near
    WHERE p.id = ANY (parcel_ids) AND p.geom IS NOT NULL
    ORDER BY near.zone_id
)
SELECT e.parcel_id, e.zone_id, e.code, kind.dimension, shape.geom,
       CASE WHEN kind.dimension = 0 AND shape.geom IS NOT NULL
            -- components, not distinct places: three marks on one spot are three
            THEN (SELECT count(*) FROM ST_Dump(e.geom) d
                  WHERE ST_Intersects(d.geom, e.plot) AND (e.taken IS NULL OR NOT ST_Intersects(d.geom, e.taken))) END,
       CASE WHEN e.taken IS NOT NULL AND e.geom && e.taken
            THEN ST_Distance(ST_Difference(ST_Intersection(e.geom, ST_Expand(e.plot, margin)), e.taken), e.plot)
            WHEN contact.touches THEN 0
            ELSE ST_Distance(e.geom, e.plot) END,
       e.accuracy
FROM encounter e
-- OFFSET 0 keeps the planner from writing an expression out wherever its result is used, and computing it as often
CROSS JOIN LATERAL (
    SELECT ST_Dimension(e.geom)::smallint AS dimension, e.geom ~ e.plot AND ST_Covers(e.geom, e.plot) AS covers OFFSET 0
) kind
CROSS JOIN LATERAL (SELECT kind.covers OR (e.geom && e.plot AND ST_Intersects(e.geom, e.plot)) AS touches OFFSET 0) contact
CROSS JOIN LATERAL (
    SELECT CASE WHEN NOT contact.touches THEN NULL
                WHEN kind.dimension < 2 THEN ST_Intersection(e.geom, e.plot)
                WHEN kind.covers THEN e.plot
                ELSE ST_CollectionExtract(ST_Intersection(e.plot, e.geom), 3) END AS geom
    OFFSET 0
) cut
CROSS JOIN LATERAL (
    SELECT CASE WHEN e.taken IS NULL OR cut.geom IS NULL THEN cut.geom
                ELSE ST_CollectionExtract(ST_Difference(cut.geom, e.taken), kind.dimension + 1) END AS geom
    OFFSET 0
) left_over
CROSS JOIN LATERAL (SELECT CASE WHEN ST_IsEmpty(left_over.geom) THEN NULL ELSE left_over.geom END AS geom OFFSET 0) shape
-- without a margin, what only lies near is of no account
WHERE contact.touches OR margin > 0;
END
$$;
COMMENT ON FUNCTION lindero.theme_near(bigint[], text, text[], text, date, bigint, double precision) IS
    'Zones of a theme on or near parcels, clipped to them, storage CRS; plan chain with the answering plan first.';

-- True where a polygon may be narrower than a width. A region with at most one hole holds a disc of radius
-- area/perimeter, so that false is certain, and spares the erosion for all but slivers.
CREATE OR REPLACE FUNCTION lindero.maybe_narrower(
    area double precision, perimeter double precision, rings integer, width double precision
) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN width > 0 AND (rings > 2 OR area < perimeter * width / 2);
COMMENT ON FUNCTION lindero.maybe_narrower(double precision, double precision, integer, double precision) IS
    'False where a polygon of that area, perimeter and number of rings surely is as wide as the width somewhere.';

-- True where erosion by half the width leaves nothing of the polygon.
CREATE OR REPLACE FUNCTION lindero.narrower_than(geom geometry, width double precision) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ST_IsEmpty(ST_Buffer(geom, - width / 2));
COMMENT ON FUNCTION lindero.narrower_than(geometry, double precision) IS
    'True where erosion of the polygon by half the width (m) leaves nothing.';

-- Width of the rectangle that has the polygon's area and perimeter, m; the root of the area where it is rounder.
CREATE OR REPLACE FUNCTION lindero.rectangle_width(geom geometry) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN ST_Perimeter(geom) ^ 2 >= 16 * ST_Area(geom)
        -- 2A / (s + sqrt(s2 - 4A)), the stable form of (s - sqrt(s2 - 4A)) / 2 with s = half the perimeter
        THEN 2 * ST_Area(geom)
             / (ST_Perimeter(geom) / 2 + sqrt((ST_Perimeter(geom) / 2) ^ 2 - 4 * ST_Area(geom)))
        ELSE sqrt(ST_Area(geom)) END;
COMMENT ON FUNCTION lindero.rectangle_width(geometry) IS
    'Width (m) of the rectangle of the same area and perimeter; how boundary noise is described.';

-- Measures a theme on parcels.
--   parcel_ids  rows of lindero.parcel with geometry
--   chain       plans, the answering one first (lindero.plan_chain)
--   on_day, at  legal day and publication
--   with_geom   whether parts carry their geometry
-- Returns for each parcel a 'summary' row (drawn area, what is left over, sensitivity) and one row for each zone code:
-- 'part', 'noise' (pieces dropped as boundary noise; zone_code null for gaps) or 'declaration' (the phenomenon does not
-- apply or nothing of the kind exists). Areas in m2, planar, unrounded; what would be written as 0.0000 m2 is dropped.
CREATE OR REPLACE FUNCTION lindero.measure_theme(
    parcel_ids bigint[], of_municipality text, chain text[], of_theme text, on_day date, at bigint, with_geom boolean
) RETURNS TABLE (
    parcel_id bigint, role text, zone_code text, zone_ids bigint[], dimension smallint, planar_m2 double precision,
    width_m double precision, length_m double precision, point_count integer, uncovered_m2 double precision,
    unknown_m2 double precision, outside_ground_m2 double precision, doubly_covered_m2 double precision,
    boundary_sensitive boolean, geom geometry
)
    LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000
    -- one plan for a connection's life: planning it anew takes longer than measuring a parcel
    SET plan_cache_mode = force_generic_plan
AS $$
#variable_conflict use_column
BEGIN
RETURN QUERY
WITH
delivered AS MATERIALIZED (
    SELECT coalesce(bool_or(d.coverage_kind <> 'polygon'), false) AS everywhere, ST_Union(d.coverage ORDER BY d.id) AS coverage,
           min(d.accuracy_m) AS least_accuracy, max(d.accuracy_m) AS most_accuracy
    FROM lindero.dataset d
    WHERE d.municipality = of_municipality AND d.kind = 'zones' AND d.theme = of_theme AND d.plan = ANY (chain)
      AND lindero.held(d.pub_from, d.pub_to, at)
      -- what a newer plan states anew for all of the municipality no longer speaks
      AND (cardinality(chain) = 1
           OR NOT EXISTS (SELECT FROM lindero.dataset n
                          WHERE n.municipality = of_municipality AND n.kind = 'zones' AND n.theme = of_theme
                            AND array_position(chain, n.plan) < array_position(chain, d.plan)
                            AND n.coverage_kind <> 'polygon' AND lindero.held(n.pub_from, n.pub_to, at)))
),
rule AS MATERIALIZED (
    SELECT t.tiles_ground, t.protective, t.ground, t.min_area_m2,
           coalesce(t.min_width_m, least(l.least_accuracy, 0.30)) AS min_width,
           l.most_accuracy AS accuracy, l.everywhere, l.coverage
    FROM lindero.theme t
    CROSS JOIN delivered l
    WHERE t.municipality = of_municipality AND t.code = of_theme AND t.plan = ANY (chain)
      AND lindero.held(t.pub_from, t.pub_to, at)
    ORDER BY array_position(chain, t.plan)
    LIMIT 1
),
plot AS MATERIALIZED (
    SELECT p.id, p.geom, p.planar_m2 AS area,
           -- neither rule of boundary noise applies to protection, nor on plots of the size of the noise
           NOT r.protective
           AND NOT (lindero.maybe_narrower(p.planar_m2, ST_Perimeter(p.geom), ST_NRings(p.geom), 2 * r.min_width)
                    AND lindero.narrower_than(p.geom, 2 * r.min_width))
           AND p.planar_m2 >= 10 * r.min_area_m2 AS noise_applies
    FROM lindero.parcel p
    CROSS JOIN rule r
    WHERE p.id = ANY (parcel_ids) AND p.geom IS NOT NULL
),
near AS MATERIALIZED (
    SELECT n.*
    FROM lindero.theme_near(parcel_ids, of_municipality, chain, of_theme, on_day, at,
                            coalesce((SELECT r.accuracy FROM rule r WHERE NOT r.tiles_ground), 0)) n
),
-- statements without geometry; a newer plan replaces those for the same ground, and all where its datasets speak
statement AS MATERIALIZED (
    SELECT s.id, s.code, s.applies_to, s.declares_none, s.taken
    FROM (
        SELECT z.id, z.code, z.applies_to, newer.wholly, newer.coverage AS taken,
               lower(z.code) IN ('no_existe', 'no_aplica', 'ninguno', 'none', 'not_applicable') AS declares_none,
               rank() OVER (PARTITION BY z.applies_to ORDER BY array_position(chain, z.plan)) AS rank
        FROM lindero.zone z
        LEFT JOIN LATERAL (
            SELECT bool_or(d.coverage_kind <> 'polygon') AS wholly, ST_Union(d.coverage ORDER BY d.id) AS coverage
            FROM lindero.dataset d
            WHERE d.municipality = of_municipality AND d.kind = 'zones' AND d.theme = of_theme
              AND array_position(chain, d.plan) < array_position(chain, z.plan)
              AND lindero.held(d.pub_from, d.pub_to, at)
        ) newer ON cardinality(chain) > 1
        WHERE z.municipality = of_municipality AND z.theme = of_theme AND z.geom IS NULL AND z.plan = ANY (chain)
          AND z.valid @> on_day AND lindero.held(z.pub_from, z.pub_to, at)
    ) s
    WHERE s.rank = 1 AND s.wholly IS NOT TRUE
),
-- land classes are cut out only where the theme or a statement speaks for some of them
land_class AS MATERIALIZED (
    SELECT g.parcel_id, lower(g.code) AS code, ST_Union(g.geom ORDER BY g.zone_id) AS geom
    FROM lindero.theme_near(
             CASE WHEN EXISTS (SELECT FROM rule r WHERE r.ground IS NOT NULL)
                    OR EXISTS (SELECT FROM statement s WHERE s.applies_to <> 'municipality')
                  THEN parcel_ids ELSE '{}' END,
             of_municipality, chain, 'land-class', on_day, at, 0) g
    WHERE g.dimension = 2 AND g.geom IS NOT NULL
    GROUP BY g.parcel_id, lower(g.code)
),
-- the ground on each plot that a statement speaks of
stated AS MATERIALIZED (
    SELECT g.parcel_id, g.zone_id, g.code, g.declares_none,
           CASE WHEN g.taken IS NULL THEN g.geom
                ELSE ST_CollectionExtract(ST_Difference(g.geom, g.taken), 3) END AS geom
    FROM (
        SELECT p.id AS parcel_id, s.id AS zone_id, s.code, s.declares_none, s.taken, p.geom
        FROM plot p
        JOIN statement s ON s.applies_to = 'municipality'
        UNION ALL
        SELECT c.parcel_id, s.id, s.code, s.declares_none, s.taken, c.geom
        FROM land_class c
        JOIN statement s ON s.applies_to = c.code
    ) g
),
raw_piece AS (
    SELECT n.parcel_id, n.zone_id, n.code, n.accuracy_m, n.geom
    FROM near n
    WHERE n.dimension = 2 AND n.geom IS NOT NULL
    UNION ALL
    SELECT s.parcel_id, s.zone_id, s.code, NULL, s.geom
    FROM stated s
    WHERE NOT s.declares_none
),
-- zones of one code are one before they are measured
merged AS MATERIALIZED (
    SELECT m.parcel_id, m.code, m.zone_ids, m.accuracy, m.geom, m.area
    FROM (
        SELECT u.parcel_id, u.code, u.zone_ids, u.accuracy, u.geom, ST_Area(u.geom) AS area
        FROM (
            SELECT w.parcel_id, w.code, array_agg(DISTINCT w.zone_id) AS zone_ids, max(w.accuracy_m) AS accuracy,
                   CASE WHEN count(*) = 1 THEN (array_agg(w.geom))[1] ELSE ST_Union(w.geom ORDER BY w.zone_id, w.geom) END AS geom
            FROM raw_piece w
            GROUP BY w.parcel_id, w.code
        ) u
    ) m
    WHERE m.area >= 0.00005
),
-- connected pieces, told apart by width; the minimum area is asked of the code as a whole
piece AS (
    SELECT m.parcel_id, m.code, m.zone_ids, m.accuracy, p.noise_applies, r.min_area_m2, d.geom, ST_Area(d.geom) AS area,
           p.noise_applies
           AND lindero.maybe_narrower(ST_Area(d.geom), ST_Perimeter(d.geom), ST_NRings(d.geom), r.min_width)
           AND lindero.narrower_than(d.geom, r.min_width) AS narrow
    FROM merged m
    JOIN plot p ON p.id = m.parcel_id
    CROSS JOIN rule r
    CROSS JOIN LATERAL ST_Dump(m.geom) AS d
),
judged AS MATERIALIZED (
    SELECT q.parcel_id, q.code, q.zone_ids, q.accuracy, q.is_noise, sum(q.area ORDER BY q.area) AS area,
           CASE WHEN count(*) = 1 THEN (array_agg(q.geom))[1] ELSE ST_Collect(q.geom ORDER BY q.geom) END AS geom
    FROM (
        SELECT i.parcel_id, i.code, i.zone_ids, i.accuracy, i.geom, i.area,
               i.narrow OR (i.noise_applies AND i.min_area_m2 > 0
                            AND coalesce(sum(i.area) FILTER (WHERE NOT i.narrow)
                                         OVER (PARTITION BY i.parcel_id, i.code), 0) < i.min_area_m2) AS is_noise
        FROM piece i
        WHERE i.area >= 0.00005
    ) q
    GROUP BY q.parcel_id, q.code, q.zone_ids, q.accuracy, q.is_noise
),
covered AS MATERIALIZED (
    SELECT m.parcel_id, sum(m.area ORDER BY m.code) AS sum_area, count(*) AS codes,
           CASE WHEN count(*) = 1 THEN (array_agg(m.geom))[1] ELSE ST_Union(m.geom ORDER BY m.code) END AS geom
    FROM merged m
    GROUP BY m.parcel_id
),
rest AS MATERIALIZED (
    SELECT p.id, p.area, p.noise_applies, coalesce(c.sum_area, 0) AS sum_area,
           CASE WHEN c.codes = 1 THEN c.sum_area ELSE coalesce(ST_Area(c.geom), 0) END AS covered_area,
           CASE WHEN c.geom IS NULL THEN p.geom
                WHEN c.codes = 1 AND ST_OrderingEquals(c.geom, p.geom) THEN NULL
                ELSE ST_CollectionExtract(ST_Difference(p.geom, c.geom), 3) END AS geom
    FROM plot p
    LEFT JOIN covered c ON c.parcel_id = p.id
),
off_ground AS MATERIALIZED (
    SELECT c.parcel_id,
           ST_Union(c.geom ORDER BY c.code) FILTER (WHERE NOT c.code = ANY (r.ground)) AS outside,
           ST_Union(c.geom ORDER BY c.code) AS known
    FROM land_class c
    CROSS JOIN rule r
    GROUP BY c.parcel_id
),
-- whether ground whose land class is not known cannot be spoken of
asking AS MATERIALIZED (
    SELECT EXISTS (SELECT FROM rule r WHERE r.ground IS NOT NULL)
        OR EXISTS (SELECT FROM statement s WHERE s.applies_to <> 'municipality' AND NOT s.declares_none) AS class
),
declared AS MATERIALIZED (
    SELECT s.parcel_id, ST_Union(s.geom ORDER BY s.zone_id) AS geom FROM stated s WHERE s.declares_none GROUP BY s.parcel_id
),
classed AS MATERIALIZED (
    SELECT coalesce(bool_or(d.coverage_kind <> 'polygon'), false) AS everywhere, ST_Union(d.coverage ORDER BY d.id) AS coverage
    FROM lindero.dataset d
    WHERE d.municipality = of_municipality AND d.kind = 'zones' AND d.theme = 'land-class' AND d.plan = ANY (chain)
      AND lindero.held(d.pub_from, d.pub_to, at)
),
-- what is left of the plot, in the order of the definition: outside the ground, unknown, uncovered
sorted AS MATERIALIZED (
    SELECT s.id, s.area, s.noise_applies, s.sum_area - s.covered_area AS doubly,
           coalesce(ST_Area(s.geom) - ST_Area(ground.geom), 0) AS outside_area,
           coalesce(ST_Area(ground.geom) - ST_Area(held.geom), 0) AS unknown_area,
           held.geom
    FROM rest s
    CROSS JOIN rule r
    CROSS JOIN classed k
    CROSS JOIN asking a
    LEFT JOIN off_ground o ON o.parcel_id = s.id
    LEFT JOIN declared n ON n.parcel_id = s.id
    CROSS JOIN LATERAL (
        SELECT CASE WHEN o.outside IS NULL OR s.geom IS NULL THEN s.geom
                    ELSE ST_CollectionExtract(ST_Difference(s.geom, o.outside), 3) END AS geom
        OFFSET 0
    ) ground
    -- ground whose land class is not known cannot be told to be the theme's, or that of a statement
    CROSS JOIN LATERAL (
        SELECT CASE WHEN NOT a.class OR k.everywhere OR ground.geom IS NULL THEN NULL
                    ELSE ST_Difference(
                             CASE WHEN o.known IS NULL THEN ground.geom ELSE ST_Difference(ground.geom, o.known) END,
                             coalesce(k.coverage, ST_SetSRID('POLYGON EMPTY'::geometry, ST_SRID(ground.geom)))) END AS geom
        OFFSET 0
    ) unclassed
    -- a declaration that nothing exists speaks for its ground, whatever the coverage
    CROSS JOIN LATERAL (
        SELECT CASE WHEN n.geom IS NULL THEN r.coverage
                    WHEN r.coverage IS NULL THEN n.geom
                    ELSE ST_Union(r.coverage, n.geom) END AS geom
        OFFSET 0
    ) spoken
    CROSS JOIN LATERAL (
        SELECT CASE WHEN ground.geom IS NULL OR r.everywhere THEN ground.geom
                    WHEN spoken.geom IS NULL THEN ST_SetSRID('POLYGON EMPTY'::geometry, ST_SRID(ground.geom))
                    WHEN ST_CoveredBy(ground.geom, spoken.geom) THEN ground.geom
                    ELSE ST_CollectionExtract(ST_Intersection(ground.geom, spoken.geom), 3) END AS geom
        OFFSET 0
    ) reached
    CROSS JOIN LATERAL (
        SELECT CASE WHEN reached.geom IS NULL OR unclassed.geom IS NULL OR ST_IsEmpty(unclassed.geom) THEN reached.geom
                    ELSE ST_CollectionExtract(ST_Difference(reached.geom, unclassed.geom), 3) END AS geom
        OFFSET 0
    ) held
),
gap AS MATERIALIZED (
    SELECT s.id, d.geom, ST_Area(d.geom) AS area,
           s.noise_applies
           AND lindero.maybe_narrower(ST_Area(d.geom), ST_Perimeter(d.geom), ST_NRings(d.geom), r.min_width)
           AND lindero.narrower_than(d.geom, r.min_width) AS narrow
    FROM sorted s
    CROSS JOIN rule r
    CROSS JOIN LATERAL ST_Dump(s.geom) AS d
),
uncovered AS (
    SELECT g.id, sum(g.area ORDER BY g.area) AS area FROM gap g WHERE NOT g.narrow GROUP BY g.id
),
mark AS MATERIALIZED (
    SELECT n.parcel_id, n.code, n.dimension, array_agg(n.zone_id ORDER BY n.zone_id) AS zone_ids,
           ST_Union(n.geom ORDER BY n.zone_id) AS geom, sum(n.points) AS points, max(n.accuracy_m) AS accuracy
    FROM near n
    WHERE n.dimension < 2 AND n.geom IS NOT NULL
      AND (n.dimension = 0 OR ST_Length(n.geom) >= 0.00005)
    GROUP BY n.parcel_id, n.code, n.dimension
),
-- zones of each code on a plot or within reach of it
beside AS MATERIALIZED (
    SELECT n.parcel_id, n.code, array_agg(n.zone_id) AS zone_ids
    FROM near n
    WHERE n.dimension = 2
    GROUP BY n.parcel_id, n.code
),
-- a zone on the plot that would leave it if its boundary moved inward by the accuracy
leaves AS (
    SELECT j.parcel_id
    FROM judged j
    JOIN plot p ON p.id = j.parcel_id
    LEFT JOIN beside b ON b.parcel_id = j.parcel_id AND b.code = j.code
    CROSS JOIN rule r
    WHERE NOT j.is_noise AND j.accuracy > 0
      -- a piece that holds a larger disc stays
      AND lindero.maybe_narrower(j.area, ST_Perimeter(j.geom), ST_NRings(j.geom),
                                 2 * j.accuracy + CASE WHEN p.noise_applies THEN r.min_width ELSE 0 END)
      AND CASE WHEN r.tiles_ground
               -- inside a partition the boundary that may move is the one with the rest of the plot
               THEN j.area < p.area - 0.00005
                    AND ST_Area(ST_Difference(j.geom, ST_Buffer(ST_Difference(p.geom, j.geom), j.accuracy))) < 0.00005
               WHEN lindero.surely_stays(j.zone_ids, j.geom, j.accuracy) THEN false
               -- with the zones of the code beside the plot: the boundary between two of them is none
               ELSE ST_Area(ST_Intersection(
                        p.geom,
                        lindero.eroded_zone(j.zone_ids || b.zone_ids, p.geom, j.accuracy))) < 0.00005 END
    UNION ALL
    SELECT k.parcel_id
    FROM mark k
    JOIN plot p ON p.id = k.parcel_id
    WHERE k.accuracy > 0 AND NOT ST_Intersects(k.geom, ST_Buffer(p.geom, - k.accuracy))
),
-- a zone not on the plot that would come onto it, wide enough to count; the boundary of a partition that runs along a
-- plot within its accuracy is taken to follow the line of the plot
arrives AS (
    SELECT n.parcel_id
    FROM near n
    JOIN plot p ON p.id = n.parcel_id
    CROSS JOIN rule r
    WHERE n.accuracy_m > 0 AND NOT r.tiles_ground
      AND n.within_m + CASE WHEN p.noise_applies AND n.dimension = 2 THEN r.min_width ELSE 0 END <= n.accuracy_m
      AND NOT EXISTS (SELECT FROM judged j WHERE j.parcel_id = n.parcel_id AND j.code = n.code AND NOT j.is_noise)
      AND NOT EXISTS (SELECT FROM mark k WHERE k.parcel_id = n.parcel_id AND k.code = n.code)
),
sensitive AS MATERIALIZED (
    SELECT l.parcel_id FROM leaves l UNION SELECT a.parcel_id FROM arrives a
)
SELECT s.id, 'summary', NULL::text, NULL::bigint[], NULL::smallint, s.area, NULL::double precision,
       NULL::double precision, NULL::integer, coalesce(u.area, 0), s.unknown_area, s.outside_area, greatest(s.doubly, 0),
       CASE WHEN r.accuracy IS NOT NULL THEN x.parcel_id IS NOT NULL END, NULL::geometry
FROM sorted s
CROSS JOIN rule r
LEFT JOIN uncovered u ON u.id = s.id
LEFT JOIN sensitive x ON x.parcel_id = s.id
UNION ALL
SELECT j.parcel_id, CASE WHEN j.is_noise THEN 'noise' ELSE 'part' END, j.code, j.zone_ids, 2::smallint, j.area,
       CASE WHEN j.is_noise THEN (SELECT max(lindero.rectangle_width(d.geom)) FROM ST_Dump(j.geom) d) END,
       NULL, NULL, NULL, NULL, NULL, NULL, NULL, CASE WHEN with_geom THEN ST_Multi(j.geom) END
FROM judged j
UNION ALL
SELECT g.id, 'noise', NULL, NULL, 2::smallint, g.area, lindero.rectangle_width(g.geom), NULL, NULL, NULL, NULL, NULL, NULL,
       NULL, CASE WHEN with_geom THEN ST_Multi(g.geom) END
FROM gap g
WHERE g.narrow AND g.area >= 0.00005
UNION ALL
SELECT k.parcel_id, 'part', k.code, k.zone_ids, k.dimension, 0, NULL,
       CASE WHEN k.dimension = 1 THEN ST_Length(k.geom) END, CASE WHEN k.dimension = 0 THEN k.points::integer END,
       NULL, NULL, NULL, NULL, NULL, CASE WHEN with_geom THEN ST_Multi(k.geom) END
FROM mark k
UNION ALL
SELECT s.parcel_id, 'declaration', s.code, array_agg(s.zone_id ORDER BY s.zone_id), (-1)::smallint, 0, NULL, NULL, NULL, NULL,
       NULL, NULL, NULL, NULL, NULL
FROM stated s
WHERE s.declares_none AND ST_Area(s.geom) >= 0.00005
GROUP BY s.parcel_id, s.code;
END
$$;
COMMENT ON FUNCTION lindero.measure_theme(bigint[], text, text[], text, date, bigint, boolean) IS
    'What of a theme lies on which parcel; see the file for parameters and columns.';
