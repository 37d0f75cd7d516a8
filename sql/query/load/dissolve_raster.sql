-- Puts the pieces of each level together into polygons that are as large as can be: table "raw", highest level first. They are put
-- together in the CRS of the raster, where the edges of cells meet exactly, and then transformed vertex by vertex.
-- Parameters: classes (smallint[]), levels, labels, froms, tos (text[], of each class), unit (text), crs (text: authority and code,
-- or WKT), sameCrs (boolean: the storage CRS), srid (integer). Result: none.
INSERT INTO raw (fid, code, label, level, value_from, value_to, unit, geom)
SELECT row_number() OVER (ORDER BY d.class DESC, ST_YMax(d.geom) DESC, ST_XMin(d.geom), d.geom), c.level, c.label, c.level,
       c.value_from, c.value_to, CAST(:unit AS text),
       CASE WHEN :sameCrs THEN ST_SetSRID(d.geom, :srid) ELSE ST_Transform(d.geom, :crs, :srid) END
FROM (SELECT u.class, (ST_Dump(u.geom)).geom AS geom
      FROM (SELECT p.class, ST_Union(p.geom ORDER BY p.geom) AS geom FROM piece p WHERE p.class < 100 GROUP BY p.class) u) d
JOIN unnest(:classes, :levels, :labels, :froms, :tos) AS c (class, level, label, value_from, value_to) ON c.class = d.class;
