-- Features that meet a box in a CRS of which no copy is kept: the box, with its sides drawn finely, is transformed. A template:
-- <geometry> is the stored geometry. Parameters: minX, minY, maxX, maxY (double precision), boxSrid, srid (int).
AND ST_Intersects(<geometry>, ST_Transform(ST_Segmentize(
        ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, CAST(:boxSrid AS integer)),
        greatest(:maxX - :minX, :maxY - :minY, 1e-9) / 100), CAST(:srid AS integer)))
