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
