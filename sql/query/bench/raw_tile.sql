-- What one tile of parcels costs the database alone, with transformation, for pgbench. Variables: sample (1 each, 2 parcel), zoom, i (of public.bench_tile).
-- Result: the tile (bytea).
SELECT ST_AsMVT(m, 'parcels')
FROM (
    SELECT p.number, p.condition, p.destination, p.planar_m2, ST_AsMVTGeom(ST_Transform(p.geom, 3857), t.box) AS geom
    FROM public.bench_tile t
    JOIN lindero.parcel p ON p.geom && t.stored
    WHERE t.sample = :sample AND t.zoom = :zoom AND t.i = :i AND p.pub_to IS NULL
) m;
