-- The neighbourhood of a plot within some zones, eroded by their accuracy: what of them certainly covers the plot.
CREATE OR REPLACE FUNCTION lindero.eroded_zone(zone_ids bigint[], plot geometry, accuracy double precision)
    RETURNS geometry
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT ST_Buffer(ST_Union(n.geom ORDER BY n.geom), - accuracy, 16)
        FROM (
            SELECT ST_Intersection(g.geom, ST_Expand(plot, 3 * accuracy + 1)) AS geom
            FROM lindero.zone_piece g
            WHERE g.zone_id = ANY (zone_ids) AND g.geom && ST_Expand(plot, 3 * accuracy + 1)
            UNION ALL
            SELECT ST_Expand(plot, 3 * accuracy + 1)
            FROM lindero.zone z
            WHERE z.id = ANY (zone_ids) AND z.geom IS NULL
        ) n);
END
$$;
COMMENT ON FUNCTION lindero.eroded_zone(bigint[], geometry, double precision) IS
    'Union of zones near a plot, eroded by the accuracy (m); storage CRS.';

-- True where a place on the plot lies so deep in one of the zones that they stay on the plot however their boundary moves
-- within the accuracy. False decides nothing: it spares the erosion of zones of many vertices, no more.
CREATE OR REPLACE FUNCTION lindero.surely_stays(zone_ids bigint[], part geometry, depth double precision)
    RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM lindero.zone z WHERE z.id = ANY (zone_ids) AND z.geom IS NULL)
        OR EXISTS (
            SELECT FROM ST_Dump(part) AS d
            CROSS JOIN ST_PointOnSurface(d.geom) AS place
            CROSS JOIN LATERAL (
                -- the circle is drawn as a polygon within it: a little more than the depth makes up for that
                SELECT ST_Covers(ST_Union(g.geom), ST_Buffer(place, depth * 1.01)) AS deep
                FROM lindero.zone_piece g
                WHERE g.zone_id = ANY (zone_ids) AND g.geom && ST_Expand(place, depth * 1.01)
            ) inside
            WHERE inside.deep);
END
$$;
COMMENT ON FUNCTION lindero.surely_stays(bigint[], geometry, double precision) IS
    'True where a point of the part lies deeper than the depth (m) inside one of the zones; storage CRS.';
