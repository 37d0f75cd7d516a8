-- Adds a polygon of cells of one class. Parameters: class (smallint), geom (WKB, CRS of the raster). Result: none.
INSERT INTO piece (class, geom) VALUES (:class, ST_GeomFromWKB(:geom));
