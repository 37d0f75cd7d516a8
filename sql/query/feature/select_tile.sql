-- Features of a collection that meet the box of a tile. A template: <columns>, <from> (one of the files from_*.sql) and <thinned>
-- (clause_thinned.sql or nothing) are put in by FeatureSql from closed lists; every value is bound.
-- Parameters: those of the source; west, south, east, north (m of EPSG:3857).
-- Result: geometry (WKB, EPSG:3857), the row's lot (0 to 1), the properties asked for. Relies on the spatial index of geom_3857.
SELECT ST_AsBinary(f.geom_3857), lindero.tile_lot(f.id)<columns>
<from>
AND f.geom_3857 && ST_MakeEnvelope(:west, :south, :east, :north, 3857)
<thinned>
ORDER BY f.id
