-- Keeps what was repaired beside what it was. Parameters: pub (bigint). Result: none.
INSERT INTO lindero.repair (publication, record, original, repaired, difference_m2)
SELECT :pub, r.fid::text, r.original, r.geom, r.difference_m2
FROM repaired r;
