-- Box of what is loaded, in longitude, latitude. Parameters: none. Result: west, south, east, north; null where empty.
SELECT ST_XMin(b.box) AS west, ST_YMin(b.box) AS south, ST_XMax(b.box) AS east, ST_YMax(b.box) AS north
FROM (SELECT ST_Transform(ST_SetSRID(ST_EstimatedExtent('lindero', 'parcel', 'geom')::geometry, CAST(:srid AS integer)), 4326) AS box) b;
