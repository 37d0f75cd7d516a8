-- How PostGIS describes a coordinate system. Parameters: srid (int). Result: auth_name, srtext.
SELECT s.auth_name, s.srtext FROM spatial_ref_sys s WHERE s.srid = :srid;
