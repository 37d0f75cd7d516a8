-- What of a theme lies on what a licence check judges: the footprint, or the whole site where none is drawn. Zones are those
-- of lindero.measure_theme on the parcels of the site, cut to the target; nothing is measured twice in two ways.

-- A polygon without what is narrower than a width; null where nothing is left.
CREATE OR REPLACE FUNCTION lindero.without_slivers(geom geometry, width double precision) RETURNS geometry
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT ST_Union(d.geom ORDER BY d.path)
        FROM ST_Dump(geom) AS d
        WHERE NOT (lindero.maybe_narrower(ST_Area(d.geom), ST_Perimeter(d.geom), ST_NRings(d.geom), width)
                   AND lindero.narrower_than(d.geom, width)));
END
$$;
COMMENT ON FUNCTION lindero.without_slivers(geometry, double precision) IS
    'Pieces of a polygon that are as wide as a width (m) somewhere; null where none is.';

-- Zones of a theme on or near a target.
--   parcel_ids  parcels of the site, neighbours
--   target      footprint in the storage CRS; null for the whole site
-- Columns: role (summary, on, near, declaration); code and rows of the zone, in any order (of a declaration those that declare); area of
-- it on the target and on the site (m2), length (m), points; distance from the target where it is near (m); is_sure: of a zone on
-- the target that it stays there, of one near it that it stays away, however its boundary moves within its accuracy (null
-- where that is not stated); of the summary what no zone covers (m2) and what no coverage reaches (m2); geometry on target.
DROP FUNCTION IF EXISTS lindero.zones_on_target(bigint[], geometry, text, text[], text, date, bigint);
CREATE FUNCTION lindero.zones_on_target(
    parcel_ids bigint[], target geometry, of_municipality text, chain text[], of_theme text, on_day date, at bigint
) RETURNS TABLE (
    role text, code text, zone_ids bigint[], dimension smallint, on_target_m2 double precision,
    on_site_m2 double precision, length_m double precision, point_count integer, distance_m double precision,
    is_sure boolean, uncovered_m2 double precision, unknown_m2 double precision, geom geometry
)
    LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 5
    SET plan_cache_mode = force_generic_plan
    SET jit = off
AS $$
#variable_conflict use_column
BEGIN
RETURN QUERY
WITH
measured AS MATERIALIZED (
    SELECT m.* FROM lindero.measure_theme(parcel_ids, of_municipality, chain, of_theme, on_day, at, true) m
),
delivered AS MATERIALIZED (
    SELECT bool_or(d.coverage_kind <> 'polygon') AS everywhere, ST_Union(d.coverage ORDER BY d.id) AS coverage,
           min(d.accuracy_m) AS least_accuracy, max(d.accuracy_m) AS most_accuracy
    FROM lindero.dataset d
    WHERE d.municipality = of_municipality AND d.kind = 'zones' AND d.theme = of_theme AND d.plan = ANY (chain)
      AND lindero.held(d.pub_from, d.pub_to, at)
),
rule AS MATERIALIZED (
    SELECT t.tiles_ground, t.ground, l.most_accuracy AS accuracy, l.everywhere, l.coverage,
           CASE WHEN t.protective THEN 0 ELSE coalesce(t.min_width_m, least(l.least_accuracy, 0.30), 0) END AS min_width
    FROM lindero.theme t
    CROSS JOIN delivered l
    WHERE t.municipality = of_municipality AND t.code = of_theme AND t.plan = ANY (chain)
      AND lindero.held(t.pub_from, t.pub_to, at)
    ORDER BY array_position(chain, t.plan)
    LIMIT 1
),
ground AS MATERIALIZED (
    SELECT s.site, coalesce(target, s.site) AS geom,
           CASE WHEN target IS NOT NULL AND lindero.narrower_than(target, 2 * r.min_width) THEN 0 ELSE r.min_width END AS min_width
    FROM rule r
    CROSS JOIN LATERAL (SELECT lindero.joined_site(parcel_ids) AS site) s
),
part AS MATERIALIZED (
    SELECT m.zone_code AS code, m.dimension, array_agg(DISTINCT i.id) AS ids,
           ST_Union(DISTINCT m.geom) AS geom, sum(DISTINCT m.point_count) AS points
    FROM measured m
    CROSS JOIN LATERAL unnest(m.zone_ids) AS i (id)
    WHERE m.role = 'part'
    GROUP BY m.zone_code, m.dimension
),
cut AS MATERIALIZED (
    SELECT p.code, p.dimension, p.ids, p.geom AS on_site, facts.accuracy,
           CASE WHEN target IS NULL THEN p.geom
                WHEN p.dimension < 2 THEN ST_Intersection(p.geom, g.geom)
                ELSE lindero.without_slivers(ST_CollectionExtract(ST_Intersection(p.geom, g.geom), 3), g.min_width) END AS geom
    FROM part p
    CROSS JOIN ground g
    CROSS JOIN LATERAL (
        SELECT max(d.accuracy_m) AS accuracy
        FROM lindero.zone z
        JOIN lindero.dataset d ON d.municipality = z.municipality AND d.kind = 'zones' AND d.plan = z.plan
            AND d.theme = z.theme AND d.name = z.dataset AND lindero.held(d.pub_from, d.pub_to, at)
        WHERE z.id = ANY (p.ids)
    ) facts
),
judged AS MATERIALIZED (
    SELECT c.*,
           c.geom IS NOT NULL AND NOT ST_IsEmpty(c.geom)
           AND CASE c.dimension WHEN 2 THEN ST_Area(c.geom) >= 0.00005 WHEN 1 THEN ST_Length(c.geom) >= 0.00005 ELSE true END
               AS is_on
    FROM cut c
),
-- a zone on the target that a move of its boundary within its accuracy would take away
staying AS (
    SELECT j.code, j.dimension, j.ids, j.geom, j.on_site,
           CASE WHEN j.accuracy IS NULL THEN NULL
                WHEN j.accuracy = 0 THEN true
                WHEN j.dimension < 2 THEN ST_Intersects(j.geom, ST_Buffer(g.geom, - j.accuracy))
                WHEN r.tiles_ground
                    THEN ST_Area(ST_Difference(j.geom, ST_Buffer(ST_Difference(g.site, j.on_site), j.accuracy))) >= 0.00005
                WHEN lindero.surely_stays(j.ids, j.geom, j.accuracy) THEN true
                ELSE coalesce(ST_Area(ST_Intersection(g.geom, lindero.eroded_zone(j.ids, g.geom, j.accuracy))), 0) >= 0.00005
           END AS is_sure
    FROM judged j
    CROSS JOIN ground g
    CROSS JOIN rule r
    WHERE j.is_on
),
-- zones that are not on the target but within the accuracy of it, or elsewhere on the site
beside AS (
    SELECT j.code, j.dimension, j.ids, j.on_site, ST_Distance(j.on_site, g.geom) AS away, j.accuracy
    FROM judged j
    CROSS JOIN ground g
    WHERE NOT j.is_on
    UNION ALL
    -- the boundary of a partition along a parcel line follows it; a zone that is noise on the site stays noise
    SELECT n.code, n.dimension, array_agg(n.zone_id ORDER BY n.zone_id), NULL,
           CASE WHEN target IS NULL THEN min(n.within_m) ELSE min(d.away) END, max(n.accuracy_m)
    FROM rule r
    CROSS JOIN ground g
    CROSS JOIN LATERAL lindero.theme_near(parcel_ids, of_municipality, chain, of_theme, on_day, at, coalesce(r.accuracy, 0)) n
    CROSS JOIN LATERAL (
        SELECT min(ST_Distance(p.geom, g.geom)) AS away FROM lindero.zone_piece p WHERE p.zone_id = n.zone_id
    ) d
    WHERE NOT r.tiles_ground AND r.accuracy > 0 AND n.code NOT IN (SELECT j.code FROM judged j)
    GROUP BY n.code, n.dimension
    -- one off the site that surely stays off it is of no account
    HAVING CASE WHEN target IS NULL THEN min(n.within_m) ELSE min(d.away) END
           + CASE WHEN n.dimension = 2 THEN min(g.min_width) ELSE 0 END <= max(n.accuracy_m)
),
left_over AS (
    SELECT coalesce(sum(m.uncovered_m2), 0) AS uncovered, coalesce(sum(m.unknown_m2), 0) AS unknown
    FROM measured m
    WHERE m.role = 'summary'
),
-- what of the site lies outside the theme's ground: neither unknown nor without norm
off_ground AS MATERIALIZED (
    SELECT ST_Union(c.geom ORDER BY c.code, c.zone_id) AS geom
    FROM lindero.theme_near(
             CASE WHEN target IS NOT NULL AND (SELECT l.uncovered + l.unknown FROM left_over l) >= 0.00005
                       AND EXISTS (SELECT FROM rule r WHERE r.ground IS NOT NULL)
                  THEN parcel_ids ELSE '{}' END,
             of_municipality, chain, 'land-class', on_day, at, 0) c
    CROSS JOIN rule r
    WHERE c.dimension = 2 AND c.geom IS NOT NULL AND NOT lower(c.code) = ANY (r.ground)
),
rest AS (
    SELECT CASE WHEN target IS NULL THEN l.uncovered
                WHEN l.uncovered < 0.00005 THEN 0
                ELSE greatest(ST_Area(bare.geom) - reach.unknown, 0) END AS uncovered,
           CASE WHEN target IS NULL THEN l.unknown ELSE reach.unknown END AS unknown
    FROM left_over l
    CROSS JOIN ground g
    CROSS JOIN rule r
    CROSS JOIN LATERAL (
        SELECT CASE WHEN l.uncovered + l.unknown < 0.00005 THEN ST_SetSRID('POLYGON EMPTY'::geometry, ST_SRID(g.geom))
                    ELSE ST_CollectionExtract(ST_Difference(
                             CASE WHEN o.geom IS NULL THEN g.geom ELSE ST_Difference(g.geom, o.geom) END, coalesce(
                             (SELECT ST_Union(m.geom ORDER BY m.zone_code, m.parcel_id) FROM measured m
                              WHERE m.geom IS NOT NULL AND m.dimension = 2),
                             ST_SetSRID('POLYGON EMPTY'::geometry, ST_SRID(g.geom)))), 3) END AS geom
        FROM off_ground o
    ) bare
    CROSS JOIN LATERAL (
        SELECT CASE WHEN l.unknown < 0.00005 THEN 0
                    WHEN r.coverage IS NULL OR r.everywhere THEN ST_Area(bare.geom)
                    ELSE ST_Area(ST_Difference(bare.geom, r.coverage)) END AS unknown
    ) reach
)
SELECT 'summary', NULL::text, NULL::bigint[], NULL::smallint, ST_Area(g.geom), ST_Area(g.site),
       NULL::double precision, NULL::integer, NULL::double precision, NULL::boolean, e.uncovered, e.unknown, NULL::geometry
FROM rest e
CROSS JOIN ground g
UNION ALL
SELECT 'on', s.code, s.ids, s.dimension, CASE WHEN s.dimension = 2 THEN ST_Area(s.geom) END,
       CASE WHEN s.dimension = 2 THEN ST_Area(s.on_site) END, CASE WHEN s.dimension = 1 THEN ST_Length(s.geom) END,
       CASE WHEN s.dimension = 0 THEN ST_NumGeometries(ST_Multi(s.geom)) END, 0, s.is_sure, NULL, NULL, s.geom
FROM staying s
UNION ALL
SELECT 'near', b.code, b.ids, b.dimension, NULL,
       CASE WHEN b.dimension = 2 THEN ST_Area(b.on_site) END, NULL, NULL, b.away,
       CASE WHEN b.accuracy IS NULL THEN NULL
            WHEN b.accuracy = 0 THEN true
            ELSE b.away + CASE WHEN b.dimension = 2 THEN (SELECT g.min_width FROM ground g) ELSE 0 END > b.accuracy END,
       NULL, NULL, b.on_site
FROM beside b
UNION ALL
SELECT 'declaration', m.zone_code, m.ids, (-1)::smallint, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM (SELECT m.zone_code, array_agg(DISTINCT i.id) AS ids
      FROM measured m CROSS JOIN LATERAL unnest(m.zone_ids) AS i (id)
      WHERE m.role = 'declaration' GROUP BY m.zone_code) m
ORDER BY 1, 2, 4;
END
$$;
COMMENT ON FUNCTION lindero.zones_on_target(bigint[], geometry, text, text[], text, date, bigint) IS
    'Zones of a theme on or near the footprint or site of a licence check; see the file for parameters and columns.';

-- Themes of which kept parts say enough are judged by them (co.lindero.licence.KeptZones).
DROP FUNCTION IF EXISTS lindero.zones_of_themes(bigint[], geometry, text, text[], text[], date, bigint, boolean);
