-- Features that meet a box; one whose own box lies within needs no closer look. The box is a subquery so that it is made once and
-- not for each row. A template: <geometry> is the copy in the box's CRS. Parameters: minX, minY, maxX, maxY (double precision),
-- boxSrid (int). Relies on the copy's spatial index.
AND <geometry> && (SELECT ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, CAST(:boxSrid AS integer)))
AND (<geometry> @ (SELECT ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, CAST(:boxSrid AS integer)))
     OR ST_Intersects(<geometry>, (SELECT ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, CAST(:boxSrid AS integer)))))
