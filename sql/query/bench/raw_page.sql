-- What a page of parcels in a box costs the database alone, for pgbench. Variables: i, page (of public.bench_box).
-- Result: rows in no order, GeoJSON geometry.
SELECT p.number, p.previous_number, p.municipality, p.condition, p.destination, p.registered_area_m2, p.planar_m2, p.address,
       ST_AsGeoJSON(p.geom_4326, 9)
FROM lindero.parcel p
WHERE p.geom_4326 && (SELECT b.box FROM public.bench_box b WHERE b.page = :page AND b.i = :i) AND p.pub_to IS NULL
LIMIT :page;
