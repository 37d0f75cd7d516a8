-- What is built and what is drawn, together. Parameters: footprint (hexadecimal EWKB), buildings (text[]: hexadecimal EWKB of
-- those that stay), srid (integer). Result: one row; together_m2, together_ellipsoid_m2 the ground under all of them; apart_m the
-- least distance between two separate ones (null where there are not two), with the shortest line between them.
WITH
body AS (
    SELECT d.geom, row_number() OVER (ORDER BY d.geom) AS n
    FROM ST_Dump((SELECT ST_Union(b.geom) FROM (
        SELECT CAST(:footprint AS geometry) AS geom
        UNION ALL
        SELECT CAST(u.geom AS geometry) FROM unnest(CAST(:buildings AS text[])) AS u (geom)) b)) AS d
)
SELECT (SELECT sum(ST_Area(b.geom) ORDER BY b.n) FROM body b) AS together_m2,
       (SELECT sum(ST_Area(ST_Transform(b.geom, 4326)::geography) ORDER BY b.n) FROM body b) AS together_ellipsoid_m2,
       nearest.apart_m, lindero.exact_geojson(nearest.line, :srid) AS line
FROM (SELECT) one
LEFT JOIN LATERAL (
    SELECT ST_Distance(a.geom, b.geom) AS apart_m, ST_ShortestLine(a.geom, b.geom) AS line
    FROM body a
    JOIN body b ON b.n > a.n
    ORDER BY ST_Distance(a.geom, b.geom), a.n, b.n
    LIMIT 1
) nearest ON true;
