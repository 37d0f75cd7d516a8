-- What one parcel costs the database alone, for pgbench. Variables: i (of public.bench_number). Result: a row, GeoJSON geometry.
SELECT p.number, p.previous_number, p.municipality, p.condition, p.destination, p.registered_area_m2, p.planar_m2, p.address,
       ST_AsGeoJSON(p.geom_4326, 9)
FROM lindero.parcel p
WHERE p.number = (SELECT n.number FROM public.bench_number n WHERE n.i = :i) AND p.pub_to IS NULL;
