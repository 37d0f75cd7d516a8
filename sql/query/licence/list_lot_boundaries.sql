-- The classed boundaries of the lots of a layout: of each, the other lots and what is left of the site are its neighbours, the
-- roads and open spaces of the layout its public space, and beyond the site what the cadastre has there.
-- Parameters: lots, roads, spaces (text[]: hexadecimal EWKB), site (hexadecimal EWKB), parcels (bigint[]) of the site,
-- municipality (text), onDay (date), at (bigint), reach (double precision, m), srid (integer) of the GeoJSON.
-- Result: lot (from 1) and the columns of list_boundary, in the order of the lots and of their boundaries.
WITH
placed AS MATERIALIZED (
    SELECT u.n, 'private' AS faces, CAST(u.geom AS geometry) AS geom
    FROM unnest(CAST(:lots AS text[])) WITH ORDINALITY AS u (geom, n)
    UNION ALL
    SELECT NULL, 'public', CAST(u.geom AS geometry) FROM unnest(CAST(:roads AS text[])) AS u (geom)
    UNION ALL
    SELECT NULL, 'green', CAST(u.geom AS geometry) FROM unnest(CAST(:spaces AS text[])) AS u (geom)
),
-- what is neither lot nor road nor space; a gap of drawing between them is none
remainder AS MATERIALIZED (
    SELECT lindero.without_slivers(
               ST_CollectionExtract(ST_Difference(CAST(:site AS geometry), (SELECT ST_Union(p.geom) FROM placed p)), 3), 0.05)
           AS geom
),
around AS MATERIALIZED (
    SELECT p.n, p.faces, p.geom FROM placed p
    UNION ALL
    SELECT NULL, 'private', r.geom FROM remainder r WHERE r.geom IS NOT NULL
)
SELECT l.n AS lot, c.class, c.reason, c.front, c.length_m, c.normal, c.faces, c.several_fronts,
       encode(ST_AsEWKB(c.geom), 'hex') AS geom, lindero.exact_geojson(c.geom, :srid) AS geojson
FROM placed l
CROSS JOIN LATERAL (
    SELECT array_agg(o.geom ORDER BY o.n, o.faces, ST_XMin(o.geom), ST_YMin(o.geom)) AS geoms,
           array_agg(o.faces ORDER BY o.n, o.faces, ST_XMin(o.geom), ST_YMin(o.geom)) AS faces
    FROM around o
    WHERE o.n IS DISTINCT FROM l.n AND o.geom && ST_Expand(l.geom, CAST(:reach AS double precision) + 0.1)
) other
CROSS JOIN LATERAL lindero.classed_boundary(l.geom, :parcels, :municipality, CAST(:onDay AS date), :at, :reach, NULL,
                                            other.geoms, other.faces) c
WHERE l.n IS NOT NULL
ORDER BY l.n, c.part, c.ring, c.place;
