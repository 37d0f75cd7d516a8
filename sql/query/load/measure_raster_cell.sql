-- The longer side of a cell in the storage CRS. Parameters: x, y (double, a corner of a cell in the middle), farX, farY (its
-- opposite corner), crs (text), sameCrs (boolean), srid (integer), as in dissolve_raster. Result: metres (double).
SELECT greatest(ST_Distance(c.corner, c.beside), ST_Distance(c.corner, c.below)) AS metres
FROM (
    SELECT CASE WHEN :sameCrs THEN p.corner ELSE ST_Transform(p.corner, :crs, :srid) END AS corner,
           CASE WHEN :sameCrs THEN p.beside ELSE ST_Transform(p.beside, :crs, :srid) END AS beside,
           CASE WHEN :sameCrs THEN p.below ELSE ST_Transform(p.below, :crs, :srid) END AS below
    FROM (SELECT ST_MakePoint(:x, :y) AS corner, ST_MakePoint(:farX, :y) AS beside, ST_MakePoint(:x, :farY) AS below) p
) c;
