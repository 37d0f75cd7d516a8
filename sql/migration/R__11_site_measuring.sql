-- How a site and what is drawn on it are measured for a licence check, by the definitions in docs/quantities.md. Storage CRS,
-- metres, planar.

-- Union of parcels that are judged as one site. Neighbours whose drawn boundaries are up to 1 mm apart are closed up, so that
-- no hairline of ground that belongs to neither is left between them.
CREATE OR REPLACE FUNCTION lindero.joined_site(parcel_ids bigint[]) RETURNS geometry
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT CASE WHEN whole.parts <= whole.most THEN whole.geom
                    ELSE ST_Buffer(ST_Buffer(whole.geom, 0.0005, 'join=mitre'), -0.0005, 'join=mitre') END
        FROM (SELECT ST_Union(p.geom ORDER BY p.number, p.id) AS geom, ST_NumGeometries(ST_Union(p.geom)) AS parts,
                     sum(ST_NumGeometries(p.geom)) - count(*) + 1 AS most
              FROM lindero.parcel p
              WHERE p.id = ANY (parcel_ids)) whole);
END
$$;
COMMENT ON FUNCTION lindero.joined_site(bigint[]) IS 'Union of the plots of parcels judged as one site; storage CRS.';

-- Parcels of a site that no chain of shared boundary ties to the first: two plots are neighbours where they share more than
-- 1 cm of boundary, up to 1 mm apart; a corner is not enough.
CREATE OR REPLACE FUNCTION lindero.parcels_apart(parcel_ids bigint[]) RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
WITH RECURSIVE
plot AS MATERIALIZED (
    SELECT p.id, p.number, p.geom FROM lindero.parcel p WHERE p.id = ANY (parcel_ids)
),
tied AS MATERIALIZED (
    SELECT a.id AS one, b.id AS other
    FROM plot a
    JOIN plot b ON b.id <> a.id AND ST_DWithin(a.geom, b.geom, 0.001)
        AND ST_Length(ST_Intersection(ST_Boundary(a.geom), ST_Buffer(b.geom, 0.001))) > 0.01
),
reached AS (
    SELECT parcel_ids[1] AS id
    UNION
    SELECT t.other FROM reached r JOIN tied t ON t.one = r.id
)
SELECT coalesce(array_agg(p.number ORDER BY p.number), '{}')
FROM plot p
WHERE p.id NOT IN (SELECT r.id FROM reached r)
$$;
COMMENT ON FUNCTION lindero.parcels_apart(bigint[]) IS 'Numbers of the parcels of a site that share no boundary with the rest.';

-- What lies around a site: the other parcels within reach.
--   parcel_ids  parcels of the site
--   site        its polygons, storage CRS
--   reach       how far outward, m
-- Columns, one row, in no order but the same in all: geom, a collection of polygons, faces, what facing each means: public (a road or
-- a parcel of public use) or private, and ids, its row; all null where there is none.
DROP FUNCTION IF EXISTS lindero.around_site(bigint[], geometry, double precision, text, date, bigint);
CREATE FUNCTION lindero.around_site(
    parcel_ids bigint[], site geometry, reach double precision, of_municipality text, on_day date, at bigint
) RETURNS TABLE (geom geometry, faces text[], ids bigint[])
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $$
SELECT ST_Collect(n.geom),
       array_agg(CASE WHEN n.condition IN ('Via', 'Bien_Uso_Publico', '4', '3') THEN 'public' ELSE 'private' END),
       array_agg(n.id)
FROM lindero.parcel n
WHERE n.geom && ST_Expand(site, reach + 0.1) AND n.municipality = of_municipality
  AND n.id <> ALL (parcel_ids) AND n.valid @> on_day AND lindero.held(n.pub_from, n.pub_to, at)
  -- an informal plot lies on a formal one, which is the neighbour
  AND n.condition IS DISTINCT FROM 'Informal' AND n.condition IS DISTINCT FROM '2'
$$;
COMMENT ON FUNCTION lindero.around_site(bigint[], geometry, double precision, text, date, bigint) IS
    'Other parcels within reach (m) of a site, and what facing each means.';

-- Buildings that the cadastre ties to the parcels of a site, or that stand on it.
CREATE OR REPLACE FUNCTION lindero.buildings_on_site(
    parcel_ids bigint[], numbers text[], of_municipality text, on_day date, at bigint
) RETURNS SETOF lindero.building
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 5 AS $$
SELECT b.*
FROM lindero.building b
WHERE b.municipality = of_municipality AND b.valid @> on_day AND lindero.held(b.pub_from, b.pub_to, at)
  AND b.parcel = ANY (numbers)
-- apart, so that each is found by an index
UNION ALL
(SELECT DISTINCT ON (b.id) b.*
 FROM lindero.parcel p
 JOIN lindero.building b ON b.geom && p.geom AND ST_Intersects(p.geom, ST_PointOnSurface(b.geom))
 WHERE p.id = ANY (parcel_ids) AND b.parcel IS NULL
   AND b.municipality = of_municipality AND b.valid @> on_day AND lindero.held(b.pub_from, b.pub_to, at))
$$;
COMMENT ON FUNCTION lindero.buildings_on_site(bigint[], text[], text, date, bigint) IS
    'Buildings tied to the parcels of a site by number, or standing on it.';

-- Boundaries are cut and classed by co.lindero.licence.boundary.
DROP FUNCTION IF EXISTS lindero.classed_boundary(geometry, bigint[], text, date, bigint, double precision, geometry);
DROP FUNCTION IF EXISTS lindero.classed_boundary(geometry, bigint[], text, date, bigint, double precision, geometry, geometry[], text[]);
DROP FUNCTION IF EXISTS lindero.boundary_pieces(geometry, bigint[], text, date, bigint, double precision);
DROP FUNCTION IF EXISTS lindero.boundary_pieces(geometry, bigint[], text, date, bigint, double precision, geometry[], text[]);
DROP FUNCTION IF EXISTS lindero.depth_from(geometry, geometry, double precision);
DROP FUNCTION IF EXISTS lindero.angle_between(double precision, double precision);

-- What lies nearer than a distance to a line, drawn so that no arc is more than 0.02 mm inside the true one: PostGIS draws
-- arcs as polygons within, and its eight segments per quadrant would leave 14 mm at 5 m.
CREATE OR REPLACE FUNCTION lindero.exact_buffer(line geometry, distance double precision) RETURNS geometry
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ST_Buffer(line, distance, greatest(8, ceil(pi() / 4 * sqrt(distance / 0.00004)))::integer);
COMMENT ON FUNCTION lindero.exact_buffer(geometry, double precision) IS
    'Buffer whose arcs are at most 0.02 mm inside the true ones; storage CRS, m.';

-- Pictures of setbacks that fail are drawn by co.lindero.licence.boundary.SetbackStrip.
DROP FUNCTION IF EXISTS lindero.rough_buffer(geometry, double precision);

-- A geometry in another CRS; null where its coordinates have no place there, which PROJ says by failing.
CREATE OR REPLACE FUNCTION lindero.try_transform(geom geometry, to_srid integer) RETURNS geometry
    LANGUAGE plpgsql STABLE STRICT PARALLEL UNSAFE AS $$
DECLARE
    moved geometry;
BEGIN
    moved := ST_Transform(geom, to_srid);
    RETURN CASE WHEN ST_XMax(moved) < 1e9 AND ST_XMin(moved) > -1e9 AND ST_YMax(moved) < 1e9 AND ST_YMin(moved) > -1e9
                THEN moved END;
EXCEPTION WHEN internal_error OR invalid_parameter_value OR numeric_value_out_of_range THEN
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION lindero.try_transform(geometry, integer) IS 'Geometry in another CRS, null where it has no place there.';

-- GeoJSON with as many decimals as the comparison of lengths needs: a micrometre in metres, as much in degrees.
CREATE OR REPLACE FUNCTION lindero.exact_geojson(geom geometry, to_srid integer) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN geom IS NOT NULL AND NOT ST_IsEmpty(geom)
                THEN ST_AsGeoJSON(ST_Transform(geom, to_srid), CASE WHEN to_srid = 4326 THEN 11 ELSE 6 END, 0) END;
COMMENT ON FUNCTION lindero.exact_geojson(geometry, integer) IS 'GeoJSON (x, y) in a CRS to a micrometre; null for nothing.';

-- A geometry that a caller sent: read, brought to the storage CRS, looked at and laid on the site. Nothing is repaired.
--   geojson  GeoJSON geometry; null for none, then all columns are null or 0
--   srid     of its coordinates
--   storage  SRID of the storage CRS
--   site     polygons, storage CRS
-- Columns, one row: geom (storage CRS; null where the coordinates have no place there), type, is_empty, invalid (why, null where
-- valid), place (GeoJSON point of the fault, in the caller's CRS); of a valid polygon away_m its distance from the site (null for
-- any other); where it touches the site, is_inside (boolean: wholly, null for any other), its areas in m2 (else 0), outside_m2
-- and outside_place (GeoJSON) what of it lies outside where some of it does by more than 0.1 mm, and drawn (GeoJSON) itself as
-- it was read.
CREATE OR REPLACE FUNCTION lindero.given_on_site(geojson text, srid integer, storage integer, site geometry) RETURNS TABLE (
    geom geometry, type text, is_empty boolean, invalid text, place text, away_m double precision, is_inside boolean,
    planar_m2 double precision, ellipsoid_m2 double precision, outside_m2 double precision, outside_place text, drawn text
)
    LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 1 AS $$
DECLARE
    given geometry := ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(geojson)), srid);
    fault valid_detail;
    outside geometry;
BEGIN
    planar_m2 := 0;
    ellipsoid_m2 := 0;
    outside_m2 := 0;
    IF given IS NULL THEN
        RETURN NEXT;
        RETURN;
    END IF;
    type := GeometryType(given);
    is_empty := ST_IsEmpty(given);
    geom := CASE WHEN srid = storage THEN given ELSE lindero.try_transform(given, storage) END;
    IF NOT ST_IsValid(given) THEN
        fault := ST_IsValidDetail(given);
        invalid := coalesce(fault.reason, 'invalid');
        place := ST_AsGeoJSON(fault.location, 9, 0);
    ELSIF ST_Dimension(geom) = 2 AND NOT ST_IsEmpty(geom) THEN
        away_m := ST_Distance(geom, site);
    END IF;
    IF away_m = 0 THEN
        planar_m2 := ST_Area(geom);
        ellipsoid_m2 := ST_Area(ST_Transform(geom, 4326)::geography);
        drawn := lindero.exact_geojson(geom, srid);
        is_inside := ST_Covers(site, geom);
        IF NOT is_inside AND NOT ST_Covers(ST_Buffer(site, 0.0001, 'join=mitre'), geom) THEN
            outside := ST_CollectionExtract(ST_Difference(geom, site), 3);
            outside_m2 := coalesce(ST_Area(outside), 0);
            outside_place := lindero.exact_geojson(ST_PointOnSurface(outside), srid);
        END IF;
    END IF;
    RETURN NEXT;
END
$$;
COMMENT ON FUNCTION lindero.given_on_site(text, integer, integer, geometry) IS
    'A GeoJSON geometry of a caller in the storage CRS and how it lies on a site; see the file for parameters and columns.';
