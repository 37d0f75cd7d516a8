-- Which of some features of a collection meet a box, and the newest publication. The features are read first, by their numbers: the
-- spatial index would find all that lie in the box. A template: <from> is its source. Parameters: the source's, rows (bigint[]), minX,
-- minY, maxX, maxY (double precision, degrees). Result: one row: ids (bigint[]), newest (bigint). Relies on the primary key.
WITH asked AS MATERIALIZED (
    SELECT f.id, f.geom_4326
    <from>
    AND f.id = ANY (:rows)
)
SELECT ARRAY(
           SELECT a.id
           FROM asked a
           WHERE ST_Intersects(a.geom_4326, (SELECT ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, 4326)))) AS ids,
       (SELECT max(p.id) FROM lindero.publication p) AS newest
