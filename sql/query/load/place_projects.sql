-- Puts the places that a project bank writes as text into the geometry of its records, tells places that their own coordinates
-- betray (at 0,0, east of Greenwich, axes swapped, decimal commas taken for separators) and mends them where that was asked for.
-- Parameters: srid (int), repair (boolean). Result: none; writes to record, repaired and finding.
CREATE UNLOGGED TABLE written_place AS
SELECT r.fid, coalesce(lindero.place_from(r.place), lindero.split_place_from(r.place),
                       CASE WHEN lindero.number_from(r.place_lon) IS NOT NULL AND lindero.number_from(r.place_lat) IS NOT NULL
                            THEN ST_SetSRID(ST_MakePoint(lindero.number_from(r.place_lon), lindero.number_from(r.place_lat)), 4326) END) AS lon_lat,
       lindero.split_place_from(r.place) IS NOT NULL AS split, coalesce(r.place, r.place_lon || ', ' || r.place_lat) AS text
FROM record r
WHERE r.geom IS NULL AND coalesce(r.place, r.place_lon, r.place_lat) IS NOT NULL;
CREATE UNLOGGED TABLE faulty_place AS
SELECT p.fid, CASE WHEN p.split THEN 'decimal-comma' ELSE m.fault END AS fault, p.lon_lat, p.text,
       CASE WHEN m.fault IS NULL THEN p.lon_lat ELSE m.mended END AS mended, p.written
FROM (SELECT w.fid, w.lon_lat, w.split, w.text, true AS written FROM written_place w WHERE w.lon_lat IS NOT NULL
      UNION ALL
      SELECT r.fid, lindero.lon_lat(r.geom), false, NULL, false FROM record r
      WHERE :srid = 9377 AND r.geom IS NOT NULL AND NOT ST_IsEmpty(r.geom)
        -- well inside the country, whatever the curves of its meridians: nothing to ask
        AND NOT r.geom @ ST_MakeEnvelope(3750000, 1100000, 5650000, 3200000, 9377)) p
CROSS JOIN LATERAL lindero.mended_place(p.lon_lat) m
WHERE p.split OR m.fault IS NOT NULL;
INSERT INTO finding (level, code, fid, detail, place)
SELECT CASE WHEN :repair THEN 'WARNING' ELSE 'ERROR' END,
       CASE WHEN :repair AND f.mended IS NULL THEN 'place-dropped' WHEN :repair THEN 'place-repaired' ELSE 'place-faulty' END, f.fid,
       jsonb_build_object('fault', f.fault, 'from', left(coalesce(f.text, ST_AsText(ST_PointOnSurface(f.lon_lat), 6)), 120),
                          'to', ST_AsText(ST_PointOnSurface(f.mended), 6)),
       ST_Transform(ST_PointOnSurface(f.mended), CAST(:srid AS integer))
FROM faulty_place f;
INSERT INTO repaired (fid, original, geom, difference_m2)
SELECT f.fid, r.geom, ST_Transform(f.mended, CAST(:srid AS integer)), 0
FROM faulty_place f
JOIN record r ON r.fid = f.fid
WHERE :repair AND f.mended IS NOT NULL AND r.geom IS NOT NULL;
UPDATE record r
SET geom = ST_Transform(f.mended, CAST(:srid AS integer))
FROM faulty_place f
WHERE :repair AND f.fid = r.fid;
UPDATE record r
SET geom = ST_Transform(w.lon_lat, CAST(:srid AS integer))
FROM written_place w
WHERE w.fid = r.fid AND w.lon_lat IS NOT NULL AND w.lon_lat @ ST_MakeEnvelope(-180, -89, 180, 89, 4326)
  AND NOT EXISTS (SELECT FROM faulty_place f WHERE f.fid = w.fid);
