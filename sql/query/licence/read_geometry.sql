-- A geometry that a caller sent, as lindero.given_on_site reads it. Parameters: geojson (text), srid (integer, of the coordinates),
-- storage (integer), site (hexadecimal EWKB). Result: one row; geom as hexadecimal EWKB.
SELECT encode(ST_AsEWKB(g.geom), 'hex') AS geom, g.type, g.is_empty, g.invalid, g.place, g.away_m, g.is_inside, g.planar_m2,
       g.ellipsoid_m2, g.outside_m2, g.outside_place, g.drawn
FROM (SELECT CAST(:site AS geometry) AS geom OFFSET 0) site
CROSS JOIN LATERAL lindero.given_on_site(:geojson, :srid, :storage, site.geom) g;
