-- Purpose: one coordinate system.
-- Parameters: 1 srid (integer).
-- Result: srtext (text, WKT), proj4text (text); no row where PostGIS lacks it.
SELECT
    srtext,
    proj4text
FROM public.spatial_ref_sys
WHERE srid = ?
