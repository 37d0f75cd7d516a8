-- How a site and what is drawn on it are measured for a licence check, by the definitions in docs/quantities.md. Storage CRS,
-- metres, planar.

-- Union of parcels that are judged as one site. Neighbours whose drawn boundaries are up to 1 mm apart are closed up, so that
-- no hairline of ground that belongs to neither is left between them.
CREATE OR REPLACE FUNCTION lindero.joined_site(parcel_ids bigint[]) RETURNS geometry
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT CASE WHEN whole.parts <= whole.most THEN whole.geom
                    ELSE ST_Buffer(ST_Buffer(whole.geom, 0.0005, 'join=mitre'), -0.0005, 'join=mitre') END
        FROM (SELECT ST_Union(p.geom ORDER BY p.number, p.id) AS geom, ST_NumGeometries(ST_Union(p.geom)) AS parts,
                     sum(ST_NumGeometries(p.geom)) - count(*) + 1 AS most
              FROM lindero.parcel p
              WHERE p.id = ANY (parcel_ids)) whole);
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

-- The same with arcs at most 5 mm inside the true ones, for pictures: a fifteenth of the work.
-- not STRICT, so that it becomes a part of the statement that calls it: greatest() takes no null for null
CREATE OR REPLACE FUNCTION lindero.rough_buffer(line geometry, distance double precision) RETURNS geometry
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ST_Buffer(line, distance, greatest(8, ceil(pi() / 4 * sqrt(distance / 0.01)))::integer);
COMMENT ON FUNCTION lindero.rough_buffer(geometry, double precision) IS
    'Buffer whose arcs are at most 5 mm inside the true ones, for pictures; storage CRS, m.';

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
