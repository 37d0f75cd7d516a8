-- Which of some features of a collection meet a box. A template: <from> is its source. Parameters: the
-- source's, rows (bigint[]), minX, minY, maxX, maxY (double precision, degrees). Result: id (bigint). Relies on the primary key.
SELECT f.id
<from>
AND f.id = ANY (:rows) AND ST_Intersects(f.geom_4326, (SELECT ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, 4326)))
