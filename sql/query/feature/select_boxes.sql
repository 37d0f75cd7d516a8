-- Boxes of the features of a collection, of no more than so many. A template: <from> is its source. Parameters: the source's, limit
-- (int). Result: id (bigint), west, south, east, north (double precision, degrees).
SELECT f.id, ST_XMin(f.geom_4326), ST_YMin(f.geom_4326), ST_XMax(f.geom_4326), ST_YMax(f.geom_4326)
<from>
AND f.geom_4326 IS NOT NULL
LIMIT :limit
