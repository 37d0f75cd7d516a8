-- The neighbourhood of a plot within some zones, eroded by their accuracy: what of them certainly covers the plot.
CREATE OR REPLACE FUNCTION lindero.eroded_zone(zone_ids bigint[], plot geometry, accuracy double precision)
    RETURNS geometry
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT ST_Buffer(
                   ST_Union(CASE WHEN z.geom IS NULL THEN ST_Expand(plot, 3 * accuracy + 1)
                                 ELSE ST_Intersection(z.geom, ST_Expand(plot, 3 * accuracy + 1)) END),
                   - accuracy, 16)
        FROM lindero.zone z
        WHERE z.id = ANY (zone_ids));
COMMENT ON FUNCTION lindero.eroded_zone(bigint[], geometry, double precision) IS
    'Union of zones near a plot, eroded by the accuracy (m); storage CRS.';

-- True where a place on the plot lies so deep in one of the zones that they stay on the plot however their boundary moves
-- within the accuracy. False decides nothing: it spares the erosion of zones of many vertices, no more.
CREATE OR REPLACE FUNCTION lindero.surely_stays(zone_ids bigint[], part geometry, depth double precision)
    RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN EXISTS (
        SELECT FROM lindero.zone z
        CROSS JOIN ST_Dump(part) AS d
        CROSS JOIN ST_PointOnSurface(d.geom) AS place
        WHERE z.id = ANY (zone_ids)
          AND (z.geom IS NULL
               OR (ST_Intersects(z.geom, place) AND NOT ST_DWithin(ST_Boundary(z.geom), place, depth))));
COMMENT ON FUNCTION lindero.surely_stays(bigint[], geometry, double precision) IS
    'True where a point of the part lies deeper than the depth (m) inside one of the zones; storage CRS.';
