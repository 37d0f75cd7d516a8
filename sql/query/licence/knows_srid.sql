-- Whether the database knows a coordinate reference system. Parameters: srid (integer). Result: one row; known.
SELECT EXISTS (SELECT FROM spatial_ref_sys s WHERE s.srid = :srid) AS known;
