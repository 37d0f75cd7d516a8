-- Table for what lies on which parcel by one statement, with the index that derived_part has. Parameters: none. Result: none.
DROP TABLE IF EXISTS public.bench_part;
CREATE TABLE public.bench_part (
    theme             text,
    parcel_id         bigint NOT NULL,
    role              text NOT NULL,
    zone_code         text,
    dimension         smallint,
    planar_m2         double precision,
    length_m          double precision,
    point_count       integer,
    uncovered_m2      double precision,
    outside_ground_m2 double precision,
    doubly_covered_m2 double precision
);
CREATE INDEX bench_part_parcel ON public.bench_part (parcel_id, theme);
ANALYZE lindero.parcel, lindero.zone;
