-- The ground that has values. Parameters: none. Result: hexadecimal EWKB of a MultiPolygon, or no row.
SELECT encode(ST_AsEWKB(g.geom), 'hex') AS coverage FROM ground g;
