-- Features that meet a box across the 180th meridian: minX to 180 or -180 to maxX. A template: <geometry> is the copy in
-- EPSG:4326. Parameters: minX, minY, maxX, maxY (double precision, degrees).
AND (<geometry> && ST_MakeEnvelope(:minX, :minY, 180, :maxY, 4326)
     OR <geometry> && ST_MakeEnvelope(-180, :minY, :maxX, :maxY, 4326))
AND (ST_Intersects(<geometry>, ST_MakeEnvelope(:minX, :minY, 180, :maxY, 4326))
     OR ST_Intersects(<geometry>, ST_MakeEnvelope(-180, :minY, :maxX, :maxY, 4326)))
