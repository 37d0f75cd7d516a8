-- Buildings that the cadastre ties to the parcels of a site, or that stand on it. Parameters: parcels (bigint[]), numbers
-- (text[]), municipality (text), onDay (date), at (bigint). Result: geom as hexadecimal EWKB, null where it is not drawn.
SELECT b.number, b.floors, b.built_area_m2, b.planar_m2, encode(ST_AsEWKB(b.geom), 'hex') AS geom
FROM lindero.buildings_on_site(:parcels, :numbers, :municipality, CAST(:onDay AS date), :at) b
ORDER BY b.number, b.id;
