-- Features that meet a box. A template: <geometry> is the copy in the box's CRS. Parameters: minX, minY, maxX, maxY (double
-- precision), boxSrid (int). Relies on the copy's spatial index.
AND <geometry> && ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, CAST(:boxSrid AS integer))
AND ST_Intersects(<geometry>, ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, CAST(:boxSrid AS integer)))
