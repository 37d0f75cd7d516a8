-- Tables that every load works with, in the load's own schema (on the search path).
-- Parameters: none. Result: none.
CREATE UNLOGGED TABLE finding (
    level  text NOT NULL,
    code   text NOT NULL,
    fid    bigint,
    key    text,
    detail jsonb NOT NULL DEFAULT '{}',
    place  geometry
);
CREATE UNLOGGED TABLE repaired (
    fid           bigint PRIMARY KEY,
    original      geometry NOT NULL,
    geom          geometry NOT NULL,
    difference_m2 double precision NOT NULL
);
