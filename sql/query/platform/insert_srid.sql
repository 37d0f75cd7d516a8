-- Purpose: adds a coordinate system that PostGIS lacks, as the EPSG registry knows it.
-- Parameters: 1 srid (integer), 2 the same as authority code (integer), 3 WKT (text), 4 proj4 (text).
INSERT INTO public.spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
VALUES (?, 'EPSG', ?, ?, ?)
ON CONFLICT (srid) DO NOTHING
