-- The union of the polygons of a coverage file, staged as "raw". Parameters: none.
-- Result: hexadecimal EWKB of a MultiPolygon; null where there is no polygon; whether it is valid (boolean).
SELECT encode(ST_AsEWKB(ST_Multi(ST_CollectionExtract(ST_Union(r.geom), 3))), 'hex') AS coverage,
       bool_and(ST_IsValid(r.geom)) AS valid
FROM raw r
WHERE ST_Dimension(r.geom) = 2;
