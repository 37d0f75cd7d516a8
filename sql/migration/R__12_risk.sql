-- Hazard and risk: what of a plan lies on parcels and buildings level by level, and the groups by which
-- exposure is counted. Where zones of several levels overlap the highest wins, so that nothing is counted twice.
--   rank  3 Alta, 2 Media, 1 Baja, 0 a zone whose level is not stated; -1 ground on which nothing is mapped, -2 ground that no
--         data reach. Levels are those of LADM_COL (POT_CategoriaAmenazaTipo).

-- What of a theme lies on parcels, level by level, from the one measuring function. Zones of one code are measured as one, at
-- the highest level that any of them states.
--   parcel_ids  rows of lindero.parcel with geometry
-- Returns for each parcel areas by rank that add up to the drawn area, m2, planar, unrounded; counts marks the one row of each
-- parcel under which it is counted. A rank of lines or points alone has no area.
CREATE OR REPLACE FUNCTION lindero.measure_levels(
    parcel_ids bigint[], of_municipality text, chain text[], of_theme text, on_day date, at bigint
) RETURNS TABLE (parcel_id bigint, rank smallint, planar_m2 double precision, counts boolean)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
WITH
measured AS MATERIALIZED (
    SELECT m.parcel_id, m.role, m.zone_code, m.zone_ids, m.dimension, m.planar_m2, m.geom,
           m.unknown_m2 + CASE WHEN t.tiles_ground THEN m.uncovered_m2 ELSE 0 END AS unknown_m2
    FROM lindero.measure_theme(parcel_ids, of_municipality, chain, of_theme, on_day, at, true) m
    CROSS JOIN (
        SELECT coalesce(bool_or(h.tiles_ground), false) AS tiles_ground
        FROM lindero.theme h
        WHERE h.municipality = of_municipality AND h.code = of_theme AND h.plan = ANY (chain)
          AND lindero.held(h.pub_from, h.pub_to, at)
    ) t
),
part AS (
    SELECT m.parcel_id, m.zone_code, m.dimension, m.planar_m2, m.geom, count(*) OVER (PARTITION BY m.parcel_id) > 1 AS several,
           (SELECT max(lindero.zone_rank(z.code, z.attributes)) FROM lindero.zone z WHERE z.id = ANY (m.zone_ids)) AS rank
    FROM measured m
    WHERE m.role = 'part'
),
-- each part with all those at its level or above that come before it: parts are sorted once, not sought again for each parcel
stacked AS (
    SELECT p.parcel_id, p.rank, p.planar_m2, count(*) OVER (PARTITION BY p.parcel_id, p.rank) AS parts,
           max(p.rank) OVER (PARTITION BY p.parcel_id) AS highest,
           ST_Union(p.geom) FILTER (WHERE p.several AND p.dimension = 2) OVER downwards AS geom,
           row_number() OVER (PARTITION BY p.parcel_id, p.rank ORDER BY p.zone_code DESC, p.dimension DESC) AS from_last
    FROM part p
    WINDOW downwards AS (PARTITION BY p.parcel_id ORDER BY p.rank DESC, p.zone_code, p.dimension ROWS UNBOUNDED PRECEDING)
),
-- ground at a level or above
reached AS (
    SELECT s.parcel_id, s.rank,
           CASE WHEN s.parts = 1 AND s.rank = s.highest THEN s.planar_m2 ELSE coalesce(ST_Area(s.geom), 0) END AS planar_m2
    FROM stacked s
    WHERE s.from_last = 1
),
level AS MATERIALIZED (
    SELECT r.parcel_id, r.rank,
           greatest(r.planar_m2 - coalesce(lag(r.planar_m2) OVER (PARTITION BY r.parcel_id ORDER BY r.rank DESC), 0), 0) AS planar_m2,
           row_number() OVER (PARTITION BY r.parcel_id ORDER BY r.rank DESC) = 1 AS counts
    FROM reached r
),
-- a parcel of which the theme says nothing at all is a parcel without data
rest AS (
    SELECT p.id AS parcel_id, l.parcel_id IS NOT NULL AS found,
           least(coalesce(s.unknown_m2, p.planar_m2), p.planar_m2 - coalesce(l.planar_m2, 0)) AS unknown_m2,
           p.planar_m2 - coalesce(l.planar_m2, 0) AS left_m2
    FROM lindero.parcel p
    LEFT JOIN measured s ON s.parcel_id = p.id AND s.role = 'summary'
    LEFT JOIN (SELECT i.parcel_id, sum(i.planar_m2) AS planar_m2 FROM level i GROUP BY i.parcel_id) l ON l.parcel_id = p.id
    WHERE p.id = ANY (parcel_ids) AND p.geom IS NOT NULL
)
SELECT l.parcel_id, l.rank::smallint, l.planar_m2, l.counts
FROM level l
UNION ALL
SELECT r.parcel_id, (-1)::smallint, greatest(r.left_m2 - r.unknown_m2, 0), NOT r.found AND r.unknown_m2 < 0.00005
FROM rest r
UNION ALL
SELECT r.parcel_id, (-2)::smallint, r.unknown_m2, NOT r.found AND r.unknown_m2 >= 0.00005
FROM rest r
WHERE r.unknown_m2 >= 0.00005
$$;
COMMENT ON FUNCTION lindero.measure_levels(bigint[], text, text[], text, date, bigint) IS
    'Areas (m2) of parcels by level of a theme, the highest level winning; see the file for ranks and columns.';

-- The same for every parcel of a municipality, from kept parts where they are valid and say enough: where one level alone
-- lies on a parcel, or several that do not overlap. All others are measured now.
CREATE OR REPLACE FUNCTION lindero.parcel_levels(
    of_municipality text, chain text[], of_theme text, on_day date, at bigint
) RETURNS TABLE (parcel_id bigint, rank smallint, planar_m2 double precision, counts boolean)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
WITH
kept AS MATERIALIZED (
    SELECT d.parcel_id, d.role, d.zone_ids, d.planar_m2, d.doubly_covered_m2,
           d.unknown_m2 + CASE WHEN s.tiles_ground THEN d.uncovered_m2 ELSE 0 END AS unknown_m2
    FROM (
        SELECT i.id, coalesce((SELECT bool_or(h.tiles_ground) FROM lindero.theme h
                               WHERE h.municipality = of_municipality AND h.code = of_theme AND h.plan = ANY (chain)
                                 AND lindero.held(h.pub_from, h.pub_to, at)), false) AS tiles_ground
        FROM lindero.derived_scope i
        WHERE i.municipality = of_municipality AND i.plan = chain[1] AND i.theme = of_theme AND i.during @> on_day
          AND at = (SELECT max(w.id) FROM lindero.publication w)
    ) s
    JOIN lindero.derived_part d ON d.scope_id = s.id
    WHERE d.role IN ('summary', 'part')
),
-- few zones, many parcels
ranked AS MATERIALIZED (
    SELECT k.zone_ids, max(lindero.zone_rank(z.code, z.attributes)) AS rank
    FROM (SELECT DISTINCT i.zone_ids FROM kept i WHERE i.role = 'part') k
    JOIN lindero.zone z ON z.id = ANY (k.zone_ids)
    GROUP BY k.zone_ids
),
present AS MATERIALIZED (
    SELECT k.parcel_id, r.rank, sum(k.planar_m2 ORDER BY k.planar_m2) AS planar_m2
    FROM kept k
    JOIN ranked r ON r.zone_ids = k.zone_ids
    WHERE k.role = 'part'
    GROUP BY k.parcel_id, r.rank
),
total AS MATERIALIZED (
    SELECT i.parcel_id, max(i.rank) AS rank, count(*) AS ranks, sum(i.planar_m2 ORDER BY i.rank) AS planar_m2
    FROM present i
    GROUP BY i.parcel_id
),
-- all parcels in one pass; simple are those whose parts say enough
plot AS MATERIALIZED (
    SELECT p.id, p.planar_m2, t.rank, coalesce(t.planar_m2, 0) - coalesce(s.doubly_covered_m2, 0) AS found_m2,
           coalesce(s.doubly_covered_m2, 0) AS doubly_m2, s.unknown_m2,
           s.parcel_id IS NOT NULL AND (coalesce(s.doubly_covered_m2, 0) < 0.00005 OR coalesce(t.ranks, 1) = 1) AS simple
    FROM lindero.parcel p
    LEFT JOIN kept s ON s.parcel_id = p.id AND s.role = 'summary'
    LEFT JOIN total t ON t.parcel_id = p.id
    WHERE p.municipality = of_municipality AND p.geom IS NOT NULL AND p.valid @> on_day
      AND lindero.held(p.pub_from, p.pub_to, at)
)
SELECT i.parcel_id, i.rank::smallint, greatest(i.planar_m2 - p.doubly_m2, 0), i.rank = p.rank
FROM present i
JOIN plot p ON p.id = i.parcel_id
WHERE p.simple
UNION ALL
SELECT p.id, e.rank::smallint, e.planar_m2, e.counts
FROM plot p
CROSS JOIN LATERAL (
    VALUES (-1, greatest(p.planar_m2 - p.found_m2 - p.unknown_m2, 0), p.rank IS NULL AND p.unknown_m2 < 0.00005),
           (-2, p.unknown_m2, p.rank IS NULL)
) AS e (rank, planar_m2, counts)
WHERE p.simple AND (e.rank = -1 OR p.unknown_m2 >= 0.00005)
UNION ALL
SELECT m.parcel_id, m.rank, m.planar_m2, m.counts
FROM (SELECT array_agg(p.id ORDER BY p.id) AS ids FROM plot p WHERE NOT p.simple HAVING count(*) > 0) u
CROSS JOIN LATERAL lindero.measure_levels(u.ids, of_municipality, chain, of_theme, on_day, at) m
$$;
COMMENT ON FUNCTION lindero.parcel_levels(text, text[], text, date, bigint) IS
    'Areas (m2) of all parcels of a municipality by level of a theme, from kept parts where they are valid.';

-- The ground of a theme's zones in pieces of few vertices, of the plans of a chain that speak: of an inherited plan what newer ones
-- have not taken over. Statements without geometry come as the ground of their land class, or without geometry for the whole
-- municipality; declarations that nothing of the kind exists do not come.
CREATE OR REPLACE FUNCTION lindero.zone_ground(
    of_municipality text, chain text[], of_theme text, on_day date, at bigint
) RETURNS TABLE (zone_id bigint, code text, geom geometry)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
WITH
member AS MATERIALIZED (
    SELECT l.id AS layer, array_position(chain, l.plan) AS place,
           bool_or(d.coverage_kind <> 'polygon') FILTER (WHERE d.id IS NOT NULL) AS wholly,
           ST_Union(d.coverage ORDER BY d.id) AS coverage
    FROM lindero.layer l
    LEFT JOIN lindero.dataset d ON d.municipality = l.municipality AND d.kind = 'zones' AND d.theme = l.theme
        AND d.plan = l.plan AND lindero.held(d.pub_from, d.pub_to, at)
    WHERE l.municipality = of_municipality AND l.theme = of_theme AND l.plan = ANY (chain)
    GROUP BY l.id, l.plan
),
speaking AS MATERIALIZED (
    SELECT m.layer, (SELECT ST_Union(n.coverage ORDER BY n.place) FROM member n WHERE n.place < m.place) AS taken
    FROM member m
    WHERE NOT EXISTS (SELECT FROM member n WHERE n.place < m.place AND n.wholly)
),
found AS (
    SELECT z.id, z.code,
           CASE WHEN s.taken IS NULL OR NOT g.geom && s.taken THEN g.geom ELSE ST_Difference(g.geom, s.taken) END AS geom
    FROM speaking s
    JOIN lindero.zone_piece g ON g.layer = s.layer
    JOIN lindero.zone z ON z.id = g.zone_id AND z.valid @> on_day AND lindero.held(z.pub_from, z.pub_to, at)
)
SELECT f.id, f.code, f.geom
FROM found f
WHERE NOT ST_IsEmpty(f.geom)
UNION ALL
SELECT z.id, z.code, land.geom
FROM speaking s
JOIN lindero.zone z ON z.layer = s.layer AND z.geom IS NULL AND z.valid @> on_day
    AND lindero.held(z.pub_from, z.pub_to, at)
LEFT JOIN LATERAL (
    SELECT g.geom
    FROM lindero.zone c
    JOIN lindero.zone_piece g ON g.zone_id = c.id
    WHERE c.municipality = of_municipality AND c.theme = 'land-class' AND c.plan = ANY (chain) AND lower(c.code) = z.applies_to
      AND c.valid @> on_day AND lindero.held(c.pub_from, c.pub_to, at)
) land ON z.applies_to <> 'municipality'
WHERE lower(z.code) NOT IN ('no_existe', 'no_aplica', 'ninguno', 'none', 'not_applicable')
  AND (z.applies_to = 'municipality' OR land.geom IS NOT NULL)
$$;
COMMENT ON FUNCTION lindero.zone_ground(text, text[], text, date, bigint) IS
    'Ground of a theme''s zones in pieces, storage CRS; null geometry for the whole municipality.';

-- The same ground by rank of level.
CREATE OR REPLACE FUNCTION lindero.level_pieces(
    of_municipality text, chain text[], of_theme text, on_day date, at bigint
) RETURNS TABLE (rank smallint, geom geometry)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT lindero.zone_rank(z.code, z.attributes), g.geom
FROM lindero.zone_ground(of_municipality, chain, of_theme, on_day, at) g
JOIN lindero.zone z ON z.id = g.zone_id
$$;
COMMENT ON FUNCTION lindero.level_pieces(text, text[], text, date, bigint) IS
    'Ground of a theme by rank of level, in pieces; storage CRS; null geometry for the whole municipality.';

-- The rank under which each building counts: the highest level with ground under its footprint; a building whose footprint is
-- not drawn has rank null.
CREATE OR REPLACE FUNCTION lindero.building_levels(
    of_municipality text, chain text[], of_theme text, on_day date, at bigint
) RETURNS TABLE (building_id bigint, rank smallint)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
WITH
piece AS MATERIALIZED (SELECT l.rank, l.geom FROM lindero.level_pieces(of_municipality, chain, of_theme, on_day, at) l),
everywhere AS (SELECT max(p.rank) AS rank FROM piece p WHERE p.geom IS NULL),
-- building after building would unpack a piece each time; piece after piece it is prepared once
touched AS MATERIALIZED (
    SELECT b.id, max(p.rank) AS rank
    FROM piece p
    JOIN lindero.building b ON b.geom && p.geom AND ST_Intersects(p.geom, b.geom)
        AND (ST_Dimension(p.geom) < 2 OR NOT ST_Touches(p.geom, b.geom))
    WHERE b.municipality = of_municipality AND b.valid @> on_day AND lindero.held(b.pub_from, b.pub_to, at)
    GROUP BY b.id
),
delivered AS MATERIALIZED (
    SELECT bool_or(d.coverage_kind <> 'polygon') AS everywhere, ST_Union(d.coverage ORDER BY d.id) AS coverage
    FROM lindero.dataset d
    WHERE d.municipality = of_municipality AND d.kind = 'zones' AND d.theme = of_theme AND d.plan = ANY (chain)
      AND lindero.held(d.pub_from, d.pub_to, at)
)
SELECT b.id,
       CASE WHEN b.geom IS NULL THEN NULL
            WHEN greatest(t.rank, e.rank) IS NOT NULL THEN greatest(t.rank, e.rank)
            WHEN d.everywhere THEN -1
            WHEN d.coverage IS NOT NULL AND ST_Covers(d.coverage, b.geom) THEN -1
            ELSE -2 END::smallint
FROM lindero.building b
CROSS JOIN everywhere e
CROSS JOIN delivered d
LEFT JOIN touched t ON t.id = b.id
WHERE b.municipality = of_municipality AND b.valid @> on_day AND lindero.held(b.pub_from, b.pub_to, at)
$$;
COMMENT ON FUNCTION lindero.building_levels(text, text[], text, date, bigint) IS
    'Rank of the highest level under each building of a municipality; null where its footprint is not drawn.';

-- The groups by which exposure is counted: the territories of a kind, or the land classes of a plan.
CREATE OR REPLACE FUNCTION lindero.exposure_groups(
    of_municipality text, chain text[], of_kind text, on_day date, at bigint
) RETURNS TABLE (code text, name text, geom geometry)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT t.code, t.name, t.geom
FROM lindero.territory t
WHERE t.municipality = of_municipality AND t.kind = of_kind AND t.valid @> on_day AND lindero.held(t.pub_from, t.pub_to, at)
UNION ALL
SELECT lower(z.code), min(z.label), ST_Multi(ST_Union(z.geom ORDER BY z.id))
FROM lindero.zone z
WHERE of_kind = 'land-class' AND z.municipality = of_municipality AND z.theme = 'land-class' AND z.plan = (
          SELECT c.plan FROM unnest(chain) WITH ORDINALITY AS c (plan, place)
          WHERE EXISTS (SELECT FROM lindero.zone y WHERE y.municipality = of_municipality AND y.theme = 'land-class'
                          AND y.plan = c.plan AND y.valid @> on_day AND lindero.held(y.pub_from, y.pub_to, at))
          ORDER BY c.place LIMIT 1)
  AND z.geom IS NOT NULL AND z.valid @> on_day AND lindero.held(z.pub_from, z.pub_to, at)
GROUP BY lower(z.code)
$$;
COMMENT ON FUNCTION lindero.exposure_groups(text, text[], text, date, bigint) IS
    'Territories of a kind, or land classes (kind land-class), with their ground in the storage CRS.';

-- The class of licence that a text names (Decreto 1077 de 2015, art. 2.2.6.1.1.2); null for any other text.
CREATE OR REPLACE FUNCTION lindero.licence_class(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE regexp_replace(lindero.folded_value($1), '^licencia_(urbanistica_)?(de_)?', '')
        WHEN 'urbanizacion' THEN 'urbanizacion' WHEN 'parcelacion' THEN 'parcelacion'
        WHEN 'subdivision' THEN 'subdivision' WHEN 'construccion' THEN 'construccion'
        WHEN 'intervencion_espacio_publico' THEN 'intervencion_espacio_publico'
        WHEN 'espacio_publico' THEN 'intervencion_espacio_publico'
        WHEN 'intervencion_y_ocupacion_del_espacio_publico' THEN 'intervencion_espacio_publico' END;
COMMENT ON FUNCTION lindero.licence_class(text) IS 'Class of licence that a text names; null for any other text.';

-- The modality that a text names among those of a class (arts. 2.2.6.1.1.4 to 2.2.6.1.1.13); null for any other text.
CREATE OR REPLACE FUNCTION lindero.licence_modality(class text, named text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT m.modality
        FROM (VALUES
            ('construccion', 'obra_nueva'), ('construccion', 'ampliacion'), ('construccion', 'adecuacion'),
            ('construccion', 'modificacion'), ('construccion', 'restauracion'), ('construccion', 'reforzamiento_estructural'),
            ('construccion', 'demolicion'), ('construccion', 'reconstruccion'), ('construccion', 'cerramiento'),
            ('urbanizacion', 'desarrollo'), ('urbanizacion', 'saneamiento'), ('urbanizacion', 'reurbanizacion'),
            ('parcelacion', 'desarrollo'), ('parcelacion', 'saneamiento'),
            ('subdivision', 'rural'), ('subdivision', 'urbana'), ('subdivision', 'reloteo'),
            ('intervencion_espacio_publico', 'ocupacion'), ('intervencion_espacio_publico', 'intervencion'),
            ('intervencion_espacio_publico', 'playas')) AS m (class, modality)
        WHERE m.class = licence_modality.class AND m.modality = regexp_replace(lindero.folded_value(named), '^subdivision_', ''));
COMMENT ON FUNCTION lindero.licence_modality(text, text) IS 'Modality of a class of licence that a text names; null for any other text.';

-- The state of a file that a text names; null for any other text.
CREATE OR REPLACE FUNCTION lindero.licence_status(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE lindero.folded_value($1)
        WHEN 'presentada' THEN 'presentada' WHEN 'radicada' THEN 'radicada' WHEN 'radicada_en_debida_forma' THEN 'radicada'
        WHEN 'radicada_en_legal_y_debida_forma' THEN 'radicada'
        WHEN 'en_revision' THEN 'en_revision' WHEN 'revision' THEN 'en_revision' WHEN 'en_estudio' THEN 'en_revision'
        WHEN 'con_acta_de_observaciones' THEN 'con_acta_de_observaciones' WHEN 'acta_de_observaciones' THEN 'con_acta_de_observaciones'
        WHEN 'en_viabilidad' THEN 'en_viabilidad' WHEN 'viabilidad' THEN 'en_viabilidad'
        WHEN 'concedida' THEN 'concedida' WHEN 'otorgada' THEN 'concedida' WHEN 'expedida' THEN 'concedida' WHEN 'aprobada' THEN 'concedida'
        WHEN 'negada' THEN 'negada' WHEN 'desistida' THEN 'desistida' WHEN 'notificada' THEN 'notificada'
        WHEN 'en_firme' THEN 'en_firme' WHEN 'ejecutoriada' THEN 'en_firme' END;
COMMENT ON FUNCTION lindero.licence_status(text) IS 'State of a licence''s file that a text names; null for any other text.';

-- The words of a list written in one cell.
CREATE OR REPLACE FUNCTION lindero.words_of(text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(array_agg(btrim(w.word) ORDER BY w.place), '{}')
        FROM regexp_split_to_table(btrim(coalesce($1, ''), '[]{}"'), '"?\s*[,;|/+\n]\s*"?') WITH ORDINALITY AS w (word, place)
        WHERE btrim(w.word) <> '');
COMMENT ON FUNCTION lindero.words_of(text) IS 'Words of a list in one text, separated by comma, semicolon, bar, slash or plus.';
