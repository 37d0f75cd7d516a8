-- Projects: how their files write money, dates and places, and how what they cost is told by territory.

-- An amount of pesos as files write it, exact. Currency signs and blanks are passed over; 1.234.567,89, 1,234,567.89, 1234567.89
-- and 1.23E+6 are read. Null where the text is none, and where it could be two amounts: 1.234 and 1,234 (see amount_is_ambiguous).
CREATE OR REPLACE FUNCTION lindero.amount_text(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT CASE WHEN b.t ~ '^\(.*\)$' THEN '-' || btrim(b.t, '()') WHEN b.t ~ '^\d.*-$' THEN '-' || rtrim(b.t, '-') ELSE b.t END
            FROM (SELECT regexp_replace($1, '(\s|\u00A0|\u202F|''|\$|COP|pesos?)', '', 'gi') AS t) b);
COMMENT ON FUNCTION lindero.amount_text(text) IS 'Amount without blanks and currency signs; brackets and minus as a minus in front.';

CREATE OR REPLACE FUNCTION lindero.amount_is_ambiguous(text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lindero.amount_text($1) ~ '^-?[1-9]\d{0,2}[.,]\d{3}$';
COMMENT ON FUNCTION lindero.amount_is_ambiguous(text) IS 'True where the separator may be of thousands or of decimals: 1.234.';

-- In PL/pgSQL, because a function of SQL with a query inside is planned anew for every value: 60 times the time.
CREATE OR REPLACE FUNCTION lindero.amount_from(text) RETURNS numeric
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    t text;
BEGIN
    -- as machines write it: the only pattern that most amounts have to pass
    IF $1 ~ '^-?\d{1,30}(\.\d{1,2})?$' THEN
        RETURN round($1::numeric, 2);
    END IF;
    t := lindero.amount_text($1);
    -- what a spreadsheet keeps beyond the centavo is its own rounding
    RETURN round(CASE
        WHEN length(t) > 40 OR t ~ '^-?[1-9]\d{0,2}[.,]\d{3}$' THEN NULL
        WHEN t ~ '^-?\d+$' THEN t::numeric
        WHEN t ~ '^-?\d{1,3}(\.\d{3})+(,\d+)?$' THEN replace(replace(t, '.', ''), ',', '.')::numeric
        WHEN t ~ '^-?\d{1,3}(,\d{3})+(\.\d+)?$' THEN replace(t, ',', '')::numeric
        WHEN t ~ '^-?\d+\.\d+$' THEN t::numeric
        WHEN t ~ '^-?\d+,\d+$' THEN replace(t, ',', '.')::numeric
        WHEN t ~ '^-?\d(\.\d+)?[eE]\+?\d{1,2}$' THEN t::numeric END, 2);
END
$$;
COMMENT ON FUNCTION lindero.amount_from(text) IS 'Amount of pesos, exact to the centavo; null where the text is none or could be two amounts.';

-- Digits of a code that a spreadsheet kept as a number: 2023760010180.0 or 2.02376001018E+12. Null where digits are lost.
CREATE OR REPLACE FUNCTION lindero.digits_from(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN $1 ~ '^\d+[.,]0+$' THEN substring($1 FROM '^\d+')
        WHEN $1 ~ '^\d([.,]\d+)?[eE]\+?\d{1,2}$' THEN
            CASE WHEN length(coalesce(substring($1 FROM '[.,](\d+)'), '')) >= substring($1 FROM '[eE]\+?(\d+)$')::integer
                 THEN trunc(replace($1, ',', '.')::numeric)::text END
        ELSE $1 END;
COMMENT ON FUNCTION lindero.digits_from(text) IS 'Code that was kept as a number, with all its digits; null where they are lost.';

-- A day as files write it: 2024-02-29, 2024/02/29 or 29/02/2024, a time of day after it or not. Null where the day does not exist.
CREATE OR REPLACE FUNCTION lindero.day_from(text) RETURNS date
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    found integer[] := (regexp_match($1, '^(\d{4})[-/](\d{1,2})[-/](\d{1,2})([ T].*)?$'))[1:3];
BEGIN
    IF found IS NULL THEN
        found := (regexp_match($1, '^(\d{1,2})[-/](\d{1,2})[-/](\d{4})([ T].*)?$'))[1:3];
        found := ARRAY[found[3], found[2], found[1]];
    END IF;
    RETURN CASE WHEN found[1] >= 1 AND found[2] BETWEEN 1 AND 12 THEN
        CASE WHEN found[3] BETWEEN 1 AND extract(day FROM make_date(found[1], found[2], 1) + interval '1 month' - interval '1 day')
             THEN make_date(found[1], found[2], found[3]) END END;
END
$$;
COMMENT ON FUNCTION lindero.day_from(text) IS 'Day written year first or day first; null where there is no such day.';

-- Percent with or without its sign, decimal point or comma.
CREATE OR REPLACE FUNCTION lindero.percent_from(text) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN btrim(replace($1, '%', '')) ~ '^-?\d{1,6}([.,]\d+)?$'
                THEN replace(btrim(replace($1, '%', '')), ',', '.')::numeric END;
COMMENT ON FUNCTION lindero.percent_from(text) IS 'Percent as a number; null where the text is none.';

-- The stage that a word names, whatever its case and accents; null for any other word.
CREATE OR REPLACE FUNCTION lindero.project_stage(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE lindero.folded_value($1)
        WHEN 'formulado' THEN 'formulado' WHEN 'formulada' THEN 'formulado' WHEN 'en_formulacion' THEN 'formulado'
        WHEN 'viable' THEN 'viable' WHEN 'viabilizado' THEN 'viable' WHEN 'con_viabilidad' THEN 'viable'
        WHEN 'registrado' THEN 'registrado' WHEN 'registrada' THEN 'registrado'
        WHEN 'priorizado' THEN 'priorizado' WHEN 'priorizada' THEN 'priorizado'
        WHEN 'en_ejecucion' THEN 'en_ejecucion' WHEN 'ejecucion' THEN 'en_ejecucion'
        WHEN 'terminado' THEN 'terminado' WHEN 'terminada' THEN 'terminado' WHEN 'finalizado' THEN 'terminado'
        WHEN 'finalizada' THEN 'terminado'
        WHEN 'suspendido' THEN 'suspendido' WHEN 'suspendida' THEN 'suspendido' END;
COMMENT ON FUNCTION lindero.project_stage(text) IS 'Stage of a project as this database names it; null for an unknown word.';

-- How far a stage is on the way from idea to works, 1 to 6; null for a suspended project, which may come from any stage.
CREATE OR REPLACE FUNCTION lindero.stage_order(text) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN array_position(ARRAY['formulado', 'viable', 'registrado', 'priorizado', 'en_ejecucion', 'terminado'], $1);
COMMENT ON FUNCTION lindero.stage_order(text) IS 'Position of a stage, 1 to 6; null for suspendido.';

-- A place written as text: WKT or GeoJSON, x = longitude, y = latitude; null where it is neither.
-- A block that catches errors needs a subtransaction, which no parallel query may begin: hence unsafe.
CREATE OR REPLACE FUNCTION lindero.place_from(text) RETURNS geometry
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL UNSAFE AS $$
BEGIN
    RETURN ST_Force2D(ST_SetSRID(CASE WHEN $1 ~ '^\s*\{' THEN ST_GeomFromGeoJSON($1) ELSE ST_GeomFromText($1) END, 4326));
EXCEPTION WHEN OTHERS THEN
    -- whatever the text is, it is no place
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION lindero.place_from(text) IS 'Geometry in EPSG:4326 written as WKT or GeoJSON; null where the text is none.';

-- A point whose decimal commas were taken for separators: 3,449839,-76,5613. Null for any other text. Zeros after the comma that a
-- number cannot begin with are lost for good.
CREATE OR REPLACE FUNCTION lindero.split_place_from(text) RETURNS geometry
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT CASE WHEN m.a IS NOT NULL
                        THEN ST_SetSRID(ST_MakePoint((m.a[1] || '.' || m.a[2])::double precision,
                                                     (m.a[3] || '.' || m.a[4])::double precision), 4326) END
            FROM (SELECT regexp_match($1, '^\s*\[?\s*(-?\d{1,3}),\s*(\d{1,18}),\s*(-?\d{1,3}),\s*(\d{1,18})\s*\]?\s*$') AS a) m);
COMMENT ON FUNCTION lindero.split_place_from(text) IS 'Point in EPSG:4326 whose decimal commas were taken for separators, axes as written.';

-- What is wrong with a place in longitude, latitude that should be in Colombia, and the place it would be if that were mended.
-- Fault null: nothing, or nothing that can be told from the place alone. Mended null with a fault: there is no such place.
CREATE OR REPLACE FUNCTION lindero.mended_place(lon_lat geometry, OUT fault text, OUT mended geometry)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT CASE
           WHEN lon_lat @ d.box THEN NULL
           WHEN lon_lat @ ST_MakeEnvelope(-0.01, -0.01, 0.01, 0.01, 4326) THEN 'point-at-zero'
           WHEN ST_Scale(lon_lat, -1, 1) @ d.box THEN 'longitude-positive'
           WHEN ST_FlipCoordinates(lon_lat) @ d.box THEN 'axes-swapped' END,
       CASE
           WHEN lon_lat @ d.box OR lon_lat @ ST_MakeEnvelope(-0.01, -0.01, 0.01, 0.01, 4326) THEN NULL
           WHEN ST_Scale(lon_lat, -1, 1) @ d.box THEN ST_Scale(lon_lat, -1, 1)
           WHEN ST_FlipCoordinates(lon_lat) @ d.box THEN ST_FlipCoordinates(lon_lat) END
-- area of use of the national projection
FROM (SELECT ST_MakeEnvelope(-84.77, -4.23, -66.87, 15.51, 4326) AS box) d
$$;
COMMENT ON FUNCTION lindero.mended_place(geometry) IS 'Fault of a place outside Colombia that its coordinates betray, and the place without it; EPSG:4326.';

-- Geometry in longitude, latitude; null where the coordinates are such that the projection has none.
CREATE OR REPLACE FUNCTION lindero.lon_lat(place geometry) RETURNS geometry
    LANGUAGE plpgsql STABLE STRICT PARALLEL UNSAFE AS $$
BEGIN
    RETURN ST_Transform(place, 4326);
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION lindero.lon_lat(geometry) IS 'Geometry in EPSG:4326; null where it cannot be had.';

-- One of several equal shares of an amount, to the centavo: what does not divide goes to the first.
-- Null of null by itself: declared STRICT it would be called and not written into its query, which costs the sums four times the time.
CREATE OR REPLACE FUNCTION lindero.equal_share(amount numeric, ordinal integer, shares integer) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE shares
        WHEN 1 THEN amount
        ELSE trunc(amount / shares, 2) + CASE ordinal WHEN 1 THEN amount - shares * trunc(amount / shares, 2) ELSE 0 END END;
COMMENT ON FUNCTION lindero.equal_share(numeric, integer, integer) IS 'Share of an amount, pesos to 0.01; the shares add up to the amount.';

-- Where the places of projects meet the territories of a kind, on a day and at a publication: the works of a project, or its areas
-- of influence where it has no works. A drawn place meets what it touches; a parcel the territory of its inner point; a territory by
-- code itself, and a wider one that holds all but 1 % of it. What is told by code of a wider territory is not spread over narrower ones.
--   of_territory  only projects that may lie in it, with all that they meet; null for all projects
--   place         the drawn place that meets it; null for a parcel or a territory by code
CREATE OR REPLACE FUNCTION lindero.project_meetings(of_municipality text, of_kind text, on_day date, at bigint, of_territory text)
    RETURNS TABLE (project_id bigint, territory text, place integer)
    LANGUAGE sql STABLE AS $$
WITH
wanted AS MATERIALIZED (
    SELECT t.code, t.geom
    FROM lindero.territory t
    WHERE t.municipality = of_municipality AND t.kind = of_kind AND t.valid @> on_day AND lindero.held(t.pub_from, t.pub_to, at)
),
-- projects that the index finds in the box of the one territory, and those with places by code, which are few
near AS (
    SELECT g.project_id FROM wanted w JOIN lindero.project_place g ON g.geom && w.geom WHERE w.code = of_territory
    UNION
    SELECT g.project_id FROM lindero.project_place g WHERE of_territory IS NOT NULL AND g.geom IS NULL
),
held AS MATERIALIZED (
    SELECT p.id, EXISTS (SELECT FROM lindero.project_place g WHERE g.project_id = p.id AND g.kind = 'obra') AS works
    FROM lindero.project p
    WHERE of_territory IS NULL
      AND p.municipality = of_municipality AND p.valid @> on_day AND lindero.held(p.pub_from, p.pub_to, at)
    UNION ALL
    SELECT p.id, EXISTS (SELECT FROM lindero.project_place g WHERE g.project_id = p.id AND g.kind = 'obra')
    FROM near n
    JOIN lindero.project p ON p.id = n.project_id
    WHERE of_territory IS NOT NULL
      AND p.municipality = of_municipality AND p.valid @> on_day AND lindero.held(p.pub_from, p.pub_to, at)
),
place AS MATERIALIZED (
    SELECT g.project_id, g.parcel, g.territory_kind, g.territory
    FROM lindero.project_place g
    JOIN held h ON h.id = g.project_id
    WHERE g.geom IS NULL AND (g.kind = 'obra' OR NOT h.works)
)
-- of all projects: a territory finds its drawn places by their index, and its geometry is prepared once for all of them
SELECT g.project_id, w.code, g.place
FROM wanted w
JOIN lindero.project_place g ON ST_Intersects(w.geom, g.geom)
JOIN held h ON h.id = g.project_id
WHERE of_territory IS NULL AND (g.kind = 'obra' OR NOT h.works)
UNION ALL
SELECT d.project_id, w.code, d.place
FROM (SELECT g.project_id, g.place, g.geom
      FROM held h
      JOIN lindero.project_place g ON g.project_id = h.id
      WHERE of_territory IS NOT NULL AND g.geom IS NOT NULL AND (g.kind = 'obra' OR NOT h.works)
      OFFSET 0) d
JOIN wanted w ON ST_Intersects(w.geom, d.geom)
UNION ALL
SELECT g.project_id, w.code, NULL
FROM place g
JOIN lindero.parcel c ON c.number = g.parcel AND c.municipality = of_municipality AND c.valid @> on_day
    AND lindero.held(c.pub_from, c.pub_to, at)
JOIN wanted w ON ST_Intersects(w.geom, ST_PointOnSurface(c.geom))
UNION ALL
SELECT g.project_id, w.code, NULL
FROM place g
JOIN wanted w ON w.code = g.territory AND of_kind = g.territory_kind
UNION ALL
SELECT g.project_id, h.code, NULL
FROM place g
JOIN (SELECT n.kind, n.code AS narrow, w.code
      FROM (SELECT DISTINCT s.territory_kind, s.territory FROM place s
            WHERE s.territory IS NOT NULL AND s.territory_kind <> of_kind) s
      JOIN lindero.territory n ON n.municipality = of_municipality AND n.kind = s.territory_kind AND n.code = s.territory
          AND n.valid @> on_day AND lindero.held(n.pub_from, n.pub_to, at)
      JOIN wanted w ON ST_Intersects(w.geom, n.geom)
      WHERE ST_Area(ST_Intersection(w.geom, n.geom)) >= 0.99 * ST_Area(n.geom)) h
    ON h.kind = g.territory_kind AND h.narrow = g.territory
$$;
COMMENT ON FUNCTION lindero.project_meetings(text, text, date, bigint, text) IS
    'Territories of a kind that the places of projects meet, with the drawn place that does.';

-- The territories of a kind that projects lie in: those that they meet, of drawn places only those whose inside they meet, or, where
-- they meet no inside, that they touch. A project in no territory has no row.
--   ordinal, shares  position of the territory among those of the project, by code, and how many there are
DROP FUNCTION IF EXISTS lindero.project_territories(text, text, date, bigint);
CREATE OR REPLACE FUNCTION lindero.project_territories(of_municipality text, of_kind text, on_day date, at bigint, of_territory text)
    RETURNS TABLE (project_id bigint, territory text, ordinal integer, shares integer)
    LANGUAGE sql STABLE AS $$
WITH
-- only where there is a choice is it asked whether a place meets the inside
asked AS (
    SELECT m.project_id, m.territory,
           m.place IS NULL OR m.first = m.last
           OR (SELECT ST_Dimension(g.geom) = 0 OR NOT ST_Touches(w.geom, g.geom)
               FROM lindero.project_place g, lindero.territory w
               WHERE g.project_id = m.project_id AND g.place = m.place AND w.municipality = of_municipality AND w.kind = of_kind
                 AND w.code = m.territory AND w.valid @> on_day AND lindero.held(w.pub_from, w.pub_to, at)) AS inside
    FROM (SELECT x.project_id, x.territory, x.place, min(x.territory) OVER (PARTITION BY x.project_id) AS first,
                 max(x.territory) OVER (PARTITION BY x.project_id) AS last
          FROM lindero.project_meetings(of_municipality, of_kind, on_day, at, of_territory) x) m
),
chosen AS (
    SELECT DISTINCT m.project_id, m.territory
    FROM (SELECT x.project_id, x.territory, x.inside, bool_or(x.inside) OVER (PARTITION BY x.project_id) AS any_inside FROM asked x) m
    WHERE m.inside OR NOT m.any_inside
)
SELECT c.project_id, c.territory, row_number() OVER (PARTITION BY c.project_id ORDER BY c.territory)::integer,
       count(*) OVER (PARTITION BY c.project_id)::integer
FROM chosen c
$$;
COMMENT ON FUNCTION lindero.project_territories(text, text, date, bigint, text) IS
    'Territories of a kind in which the projects of a municipality lie, with position and number of equal shares.';

-- All of a project's places that can be drawn: its own geometries and the plots of its parcels. Longitude, latitude; null for none.
CREATE OR REPLACE FUNCTION lindero.project_drawing(project bigint, of_municipality text, on_day date, at bigint) RETURNS geometry
    LANGUAGE sql STABLE AS $$
SELECT ST_CollectionHomogenize(ST_Collect(d.geom ORDER BY d.place))
FROM (SELECT g.place, ST_Transform(coalesce(g.geom, c.geom), 4326) AS geom
      FROM lindero.project_place g
      LEFT JOIN lindero.parcel c ON c.number = g.parcel AND c.municipality = of_municipality AND c.valid @> on_day
          AND lindero.held(c.pub_from, c.pub_to, at)
      WHERE g.project_id = project AND coalesce(g.geom, c.geom) IS NOT NULL) d
$$;
COMMENT ON FUNCTION lindero.project_drawing(bigint, text, date, bigint) IS 'What can be drawn of a project, EPSG:4326; null where nothing can.';

-- Whether a zone states a high hazard or a risk that cannot be mitigated, by the words of its code or label.
CREATE OR REPLACE FUNCTION lindero.is_high_hazard(theme text, code text, label text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (theme LIKE 'hazard-%' OR theme LIKE 'risk-%')
        AND (coalesce(lindero.folded_value(code) || '_' || lindero.folded_value(coalesce(label, '')), '') ~ '(^|_)(alta|alto)(_|$)'
             OR lindero.zone_mitigable(code, label, '{}') IS FALSE);
COMMENT ON FUNCTION lindero.is_high_hazard(text, text, text) IS 'True where a zone of a hazard or risk theme says alta, alto or no mitigable.';

-- Whether a zone protects its ground: a protection or riparian theme, or a rural zone of protection.
CREATE OR REPLACE FUNCTION lindero.is_protection(theme text, code text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN theme IN ('urban-protection', 'riparian-buffer') OR (theme = 'rural-zoning' AND lindero.folded_value(code) LIKE 'proteccion%');
COMMENT ON FUNCTION lindero.is_protection(text, text) IS 'True where a zone is land of protection or a riparian buffer.';

-- Places where the projects of a municipality are built: drawn works, and the plots of parcels named by number.
DROP FUNCTION IF EXISTS lindero.project_works(text, date, bigint);
CREATE FUNCTION lindero.project_works(of_municipality text, on_day date, at bigint)
    RETURNS TABLE (project_id bigint, place integer, geom geometry, parcel text)
    LANGUAGE sql STABLE AS $$
SELECT g.project_id, g.place, coalesce(g.geom, c.geom), g.parcel
FROM lindero.project p
JOIN lindero.project_place g ON g.project_id = p.id AND g.kind = 'obra'
LEFT JOIN lindero.parcel c ON c.number = g.parcel AND c.municipality = of_municipality AND c.valid @> on_day
    AND lindero.held(c.pub_from, c.pub_to, at)
WHERE p.municipality = of_municipality AND p.valid @> on_day AND lindero.held(p.pub_from, p.pub_to, at)
  AND coalesce(g.geom, c.geom) IS NOT NULL
$$;
COMMENT ON FUNCTION lindero.project_works(text, date, bigint) IS 'Drawn works of projects and plots of their parcels, storage CRS.';

-- Zones of the plans of a chain that the works of projects meet. The zones of an inherited plan count only where no plan that
-- revises it speaks. A zone that a work only touches is not met.
--   planar_m2, length_m  of the works on the zone; null where the works are not areas, or not lines
CREATE OR REPLACE FUNCTION lindero.zones_under_projects(of_municipality text, chain text[], on_day date, at bigint)
    RETURNS TABLE (project_id bigint, theme text, plan text, code text, label text, act text, article text,
                   planar_m2 double precision, length_m double precision)
    LANGUAGE sql STABLE AS $$
WITH
member AS MATERIALIZED (
    SELECT l.id AS layer, l.theme, array_position(chain, l.plan) AS rank,
           bool_or(d.coverage_kind <> 'polygon') FILTER (WHERE d.id IS NOT NULL) AS wholly, ST_Union(d.coverage ORDER BY d.id) AS coverage
    FROM lindero.layer l
    LEFT JOIN lindero.dataset d ON d.municipality = l.municipality AND d.kind = 'zones' AND d.theme = l.theme
        AND d.plan = l.plan AND lindero.held(d.pub_from, d.pub_to, at)
    WHERE l.municipality = of_municipality AND l.plan = ANY (chain)
    GROUP BY l.id, l.theme, l.plan
),
speaking AS MATERIALIZED (
    SELECT m.layer, (SELECT ST_Union(n.coverage ORDER BY n.rank) FROM member n WHERE n.theme = m.theme AND n.rank < m.rank) AS taken
    FROM member m
    WHERE NOT EXISTS (SELECT FROM member n WHERE n.theme = m.theme AND n.rank < m.rank AND n.wholly)
),
met AS (
    SELECT w.project_id, w.place, z.theme, z.plan, z.code, z.label, z.act, z.article, ST_Dimension(w.geom) AS dimension,
           CASE WHEN s.taken IS NOT NULL AND g.geom && s.taken
                THEN ST_Difference(ST_Intersection(w.geom, g.geom), s.taken) ELSE ST_Intersection(w.geom, g.geom) END AS piece
    FROM lindero.project_works(of_municipality, on_day, at) w
    CROSS JOIN speaking s
    JOIN lindero.zone_piece g ON g.layer = s.layer AND g.geom && w.geom AND ST_Intersects(g.geom, w.geom)
    JOIN lindero.zone z ON z.id = g.zone_id AND z.valid @> on_day AND lindero.held(z.pub_from, z.pub_to, at)
)
SELECT m.project_id, m.theme, m.plan, m.code, min(m.label), min(m.act), min(m.article),
       CASE WHEN bool_or(m.dimension = 2) THEN sum(ST_Area(m.piece)) END, CASE WHEN bool_or(m.dimension = 1) THEN sum(ST_Length(m.piece)) END
FROM met m
WHERE NOT ST_IsEmpty(m.piece) AND (m.dimension = 0 OR ST_Area(m.piece) >= 0.01 OR (m.dimension = 1 AND ST_Length(m.piece) >= 0.01))
GROUP BY m.project_id, m.theme, m.plan, m.code
$$;
COMMENT ON FUNCTION lindero.zones_under_projects(text, text[], date, bigint) IS
    'Zones that the works of projects meet, with area and length; plan chain with the answering plan first.';

-- Days of a project: those its file states, else those of the years of its budget; null where neither says any.
CREATE OR REPLACE FUNCTION lindero.project_days(project bigint, start_on date, end_on date) RETURNS daterange
    LANGUAGE sql STABLE AS $$
SELECT CASE WHEN coalesce(start_on, make_date(min(b.year), 1, 1)) IS NULL OR coalesce(end_on, make_date(max(b.year), 12, 31)) IS NULL THEN NULL
            ELSE daterange(least(coalesce(start_on, make_date(min(b.year), 1, 1)), coalesce(end_on, make_date(max(b.year), 12, 31))),
                           coalesce(end_on, make_date(max(b.year), 12, 31)), '[]') END
FROM lindero.project_budget b
WHERE b.project_id = project
$$;
COMMENT ON FUNCTION lindero.project_days(bigint, date, date) IS 'Days of a project, stated or by its fiscal years; null where unknown.';
