-- Puts the ground that has values together: table "ground", empty where no cell has a value.
-- Parameters: crs (text), sameCrs (boolean), srid (integer), as in dissolve_raster. Result: none.
INSERT INTO ground (geom)
SELECT ST_Multi(CASE WHEN :sameCrs THEN ST_SetSRID(u.geom, :srid) ELSE ST_Transform(u.geom, :crs, :srid) END)
FROM (SELECT ST_Union(p.geom ORDER BY p.geom) AS geom FROM piece p WHERE p.class = 100) u
WHERE u.geom IS NOT NULL;
