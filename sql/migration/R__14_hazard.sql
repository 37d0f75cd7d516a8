-- Hazard rasters of datasets: publishing.

-- Publishes which cells a dataset of zones is drawn from; a dataset of ordinary zones (content null) is drawn from none. What it
-- held before is closed, and added again for the days before valid_from. Returns whether anything changed.
CREATE OR REPLACE FUNCTION lindero.publish_raster(
    of_municipality text, of_plan text, of_theme text, of_dataset text, content bigint, how jsonb, valid_from date, pub bigint
) RETURNS boolean
    LANGUAGE plpgsql AS $$
DECLARE
    speaks daterange := daterange(valid_from, NULL);
    held bigint[];
BEGIN
    SELECT array_agg(r.id ORDER BY r.id) INTO held
    FROM lindero.raster r
    WHERE r.municipality = of_municipality AND r.plan = of_plan AND r.theme = of_theme AND r.dataset = of_dataset
      AND r.pub_to IS NULL AND r.valid && speaks;
    IF held IS NULL AND content IS NULL THEN
        RETURN false;
    END IF;
    IF cardinality(held) = 1 AND EXISTS (
        SELECT FROM lindero.raster r
        WHERE r.id = held[1] AND r.content_id = content AND r.classes = how AND r.valid * speaks = speaks) THEN
        RETURN false;
    END IF;
    UPDATE lindero.raster r SET pub_to = pub WHERE r.id = ANY (held);
    INSERT INTO lindero.raster (municipality, plan, theme, dataset, content_id, classes, valid, pub_from)
    SELECT r.municipality, r.plan, r.theme, r.dataset, r.content_id, r.classes, r.valid * daterange(NULL, valid_from), pub
    FROM lindero.raster r
    WHERE valid_from IS NOT NULL AND r.id = ANY (held) AND NOT isempty(r.valid * daterange(NULL, valid_from))
    ORDER BY r.id;
    INSERT INTO lindero.raster (municipality, plan, theme, dataset, content_id, classes, valid, pub_from)
    SELECT of_municipality, of_plan, of_theme, of_dataset, content, how, speaks, pub
    WHERE content IS NOT NULL;
    RETURN true;
END
$$;
COMMENT ON FUNCTION lindero.publish_raster(text, text, text, text, bigint, jsonb, date, bigint) IS
    'Publishes which raster a dataset of zones is drawn from; returns whether anything changed.';

-- Lines of a theme of the plans that answer: channels of the riparian buffers, axes of the road reservations. The one list from
-- which distances are taken and strips are drawn. As everywhere, lines of an inherited plan count only where no newer plan speaks.
DROP FUNCTION IF EXISTS lindero.theme_lines(text, text, text[], date, bigint);
CREATE FUNCTION lindero.theme_lines(
    of_municipality text, of_theme text, chain text[], on_day date, at bigint
) RETURNS TABLE (id bigint, code text, label text, attributes jsonb, geom geometry)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT z.id, z.code, z.label, z.attributes,
       CASE WHEN newer.coverage IS NULL THEN z.geom ELSE ST_CollectionExtract(ST_Difference(z.geom, newer.coverage), 2) END
FROM lindero.layer l
CROSS JOIN LATERAL (
    SELECT bool_or(d.coverage_kind <> 'polygon') AS wholly, ST_Union(d.coverage ORDER BY d.id) AS coverage
    FROM lindero.dataset d
    WHERE d.municipality = of_municipality AND d.kind = 'zones' AND d.theme = of_theme
      AND array_position(chain, d.plan) < array_position(chain, l.plan) AND lindero.held(d.pub_from, d.pub_to, at)
) newer
JOIN lindero.zone z ON z.layer = l.id AND ST_Dimension(z.geom) = 1 AND z.valid @> on_day
    AND lindero.held(z.pub_from, z.pub_to, at)
WHERE l.municipality = of_municipality AND l.theme = of_theme AND l.plan = ANY (chain) AND newer.wholly IS NOT TRUE
  AND (newer.coverage IS NULL OR NOT ST_CoveredBy(z.geom, newer.coverage))
$$;
COMMENT ON FUNCTION lindero.theme_lines(text, text, text[], date, bigint) IS
    'Lines of a theme: watercourses of riparian-buffer, axes of road-reservation; storage CRS.';

-- The order of a road by what its attributes say: 1, 2 or 3 (Ley 105 de 1993, Ley 1228 de 2008); 0 for a road that is none of them,
-- such as a street of a town; null where they do not say it.
-- plpgsql, which keeps its plan: a function in SQL with a query in it is planned anew in each statement.
CREATE OR REPLACE FUNCTION lindero.road_order(attributes jsonb) RETURNS smallint
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    words text[] := string_to_array(lindero.folded_value(lindero.zone_attribute(
        attributes, '{order,orden,orden_vial,orden_via,road_order,categoria_vial,jerarquia}')), '_');
BEGIN
    RETURN CASE WHEN words && '{1,1er,primer,primero,primera,primario,primaria,nacional}' THEN 1
                WHEN words && '{2,2do,segundo,segunda,secundario,secundaria,departamental}' THEN 2
                WHEN words && '{3,3er,tercer,tercero,tercera,terciario,terciaria,municipal,veredal}' THEN 3
                WHEN words && '{0,urbana,urbano,local,calle,ninguno,ninguna}' THEN 0 END;
END
$$;
COMMENT ON FUNCTION lindero.road_order(jsonb) IS 'Order of a road that a zone states, 1 to 3, 0 for a street; null where it states none.';

-- How far from a line its strip may reach, m: no strip is wider than the widest half and, of a watercourse, half of the widest bed.
-- A road has three orders at the most; an expression alone, so that it becomes a part of the statement that calls it.
CREATE OR REPLACE FUNCTION lindero.strip_reach(of_theme text, halves double precision[]) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN greatest(halves[1], halves[2], halves[3]) + CASE WHEN of_theme = 'road-reservation' THEN 0 ELSE 100 END;
COMMENT ON FUNCTION lindero.strip_reach(text, double precision[]) IS 'How far from a line of a theme its strip may reach, m.';

-- Whether any line of a theme lies within reach of some ground: a row where one does. Most ground has none, and nothing else is then
-- asked. Becomes a part of the statement that calls it.
CREATE OR REPLACE FUNCTION lindero.line_within_reach(
    target geometry, of_municipality text, of_theme text, chain text[], on_day date, at bigint, reach double precision
) RETURNS TABLE (zone_id bigint)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $$
SELECT near.id
FROM lindero.layer l
CROSS JOIN LATERAL (
    -- apart, so that the index finds by layer as well as by place
    SELECT z.id FROM lindero.zone z
    WHERE z.layer = l.id AND z.geom && ST_Expand(target, reach) AND z.valid @> on_day
      AND lindero.held(z.pub_from, z.pub_to, at) AND ST_Dimension(z.geom) = 1 AND ST_DWithin(z.geom, target, reach)
    LIMIT 1
) near
WHERE l.municipality = of_municipality AND l.theme = of_theme AND l.plan = ANY (chain)
LIMIT 1
$$;
COMMENT ON FUNCTION lindero.line_within_reach(geometry, text, text, text[], date, bigint, double precision) IS
    'A line of a theme within reach (m) of some ground; no row where there is none.';

-- Strips along the lines of a theme, as they lie on some ground, where no official zones speak: the ground of datasets that bring
-- polygons, or say that nothing exists, is theirs.
--   target  polygons, storage CRS
--   halves  half widths, m: of a road by its order; of a watercourse the first, from the channel (from each bank where the line
--           states the width of its bed)
-- To be asked where lindero.line_within_reach finds a line: it finds none otherwise, but takes ten times as long to.
-- Returns for each code of lines within reach: half_m (null where the order of a road is not stated), distance_m from the line,
-- planar_m2 of its strip on the target (m2, null where half_m is), and the strip; a row without code is the union of all. Arcs
-- have 32 segments a quadrant: a strip of 30 m is at most 9 mm too narrow.
DROP FUNCTION IF EXISTS lindero.strips_on_target(geometry, text, text, text[], date, bigint, double precision[]);
CREATE FUNCTION lindero.strips_on_target(
    target geometry, of_municipality text, of_theme text, chain text[], on_day date, at bigint, halves double precision[]
) RETURNS TABLE (code text, label text, road_order smallint, half_m double precision, distance_m double precision,
                 planar_m2 double precision, geom geometry)
    LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 3
    SET plan_cache_mode = force_generic_plan
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    reach double precision := lindero.strip_reach(of_theme, halves);
BEGIN
RETURN QUERY
WITH
-- what official data speak for; a newer plan takes its ground over from those before it, whatever it brings
official AS MATERIALIZED (
    SELECT bool_or(d.coverage_kind <> 'polygon' AND newer.coverage IS NULL) AS everywhere,
           ST_Union(CASE WHEN newer.coverage IS NULL THEN d.coverage
                         ELSE ST_Difference(CASE WHEN d.coverage_kind = 'polygon' THEN d.coverage ELSE target END, newer.coverage)
                         END ORDER BY d.id) AS coverage
    FROM lindero.dataset d
    CROSS JOIN LATERAL (
        SELECT bool_or(n.coverage_kind <> 'polygon') AS wholly, ST_Union(n.coverage ORDER BY n.id) AS coverage
        FROM lindero.dataset n
        WHERE n.municipality = of_municipality AND n.kind = 'zones' AND n.theme = of_theme
          AND array_position(chain, n.plan) < array_position(chain, d.plan) AND lindero.held(n.pub_from, n.pub_to, at)
    ) newer
    WHERE d.municipality = of_municipality AND d.kind = 'zones' AND d.theme = of_theme AND d.plan = ANY (chain)
      AND lindero.held(d.pub_from, d.pub_to, at) AND newer.wholly IS NOT TRUE
      AND EXISTS (SELECT FROM lindero.zone z
                  WHERE z.layer = (SELECT l.id FROM lindero.layer l WHERE l.municipality = d.municipality AND l.plan = d.plan
                                     AND l.theme = d.theme)
                    AND z.dataset = d.name AND (z.geom IS NULL OR ST_Dimension(z.geom) = 2)
                    AND z.valid @> on_day AND lindero.held(z.pub_from, z.pub_to, at))
),
ground AS MATERIALIZED (
    SELECT CASE WHEN o.coverage IS NULL THEN target ELSE ST_CollectionExtract(ST_Difference(target, o.coverage), 3) END AS geom
    FROM official o
    WHERE o.everywhere IS NOT TRUE
),
-- what lines state is read of those within reach alone, which takes longer
near AS MATERIALIZED (
    SELECT z.code, z.label, z.attributes, z.geom
    FROM ground g
    JOIN lindero.theme_lines(of_municipality, of_theme, chain, on_day, at) z
        ON ST_DWithin(z.geom, g.geom, reach)
    WHERE NOT ST_IsEmpty(g.geom)
),
line AS (
    SELECT z.code, z.label, s.road_order, s.half_m, z.geom
    FROM ground g
    CROSS JOIN near z
    CROSS JOIN LATERAL (
        SELECT CASE WHEN of_theme = 'road-reservation' THEN lindero.road_order(z.attributes) END AS road_order OFFSET 0
    ) o
    CROSS JOIN LATERAL (
        SELECT o.road_order,
               CASE WHEN of_theme = 'road-reservation' THEN halves[o.road_order]
                    ELSE halves[1] + least(200, coalesce(lindero.number_from(lindero.zone_attribute(
                             z.attributes, '{width_m,ancho_m,ancho,ancho_cauce}')), 0)) / 2 END AS half_m
        OFFSET 0
    ) s
    WHERE s.road_order IS DISTINCT FROM 0
      AND ST_DWithin(z.geom, g.geom, coalesce(s.half_m, (SELECT max(h) FROM unnest(halves) h)))
),
strip AS MATERIALIZED (
    SELECT l.code, min(l.label) AS label, l.road_order, l.half_m, min(ST_Distance(l.geom, g.geom)) AS distance_m,
           CASE WHEN l.half_m IS NOT NULL
                THEN ST_CollectionExtract(ST_Intersection(
                         ST_Buffer(ST_Union(ST_ClipByBox2D(l.geom, ST_Expand(g.geom, l.half_m + 1)) ORDER BY l.geom), l.half_m, 32),
                         g.geom), 3) END AS geom
    FROM line l
    CROSS JOIN ground g
    GROUP BY l.code, l.road_order, l.half_m, g.geom
)
SELECT s.code, s.label, s.road_order, s.half_m, s.distance_m, ST_Area(s.geom), s.geom
FROM strip s
WHERE s.half_m IS NULL OR ST_Area(s.geom) >= 0.00005
UNION ALL
SELECT NULL, NULL, NULL, NULL, min(s.distance_m), ST_Area(ST_Union(s.geom ORDER BY s.geom)), ST_Union(s.geom ORDER BY s.geom)
FROM strip s
WHERE ST_Area(s.geom) >= 0.00005
HAVING count(*) > 0;
END
$$;
COMMENT ON FUNCTION lindero.strips_on_target(geometry, text, text, text[], date, bigint, double precision[]) IS
    'Strips along watercourses or roads on some ground where no official zones speak; see the file for parameters and columns.';
