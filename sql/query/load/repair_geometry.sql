-- Repairs invalid geometries, keeping the original and the difference in area; what cannot be repaired into the same
-- dimension stays an error.
-- Parameters: none. Result: none; writes to repaired, finding and record.
WITH
fixed AS (
    SELECT r.fid, r.geom AS original,
           ST_CollectionExtract(ST_MakeValid(r.geom, 'method=structure keepcollapsed=false'), ST_Dimension(r.geom) + 1) AS geom
    FROM record r
    JOIN finding f ON f.fid = r.fid AND f.code = 'invalid-geometry'
),
kept AS (
    INSERT INTO repaired (fid, original, geom, difference_m2)
    SELECT x.fid, x.original, x.geom, ST_Area(x.geom) - ST_Area(x.original)
    FROM fixed x
    WHERE NOT ST_IsEmpty(x.geom) AND ST_IsValid(x.geom)
    -- a place that was mended before keeps its first original
    ON CONFLICT (fid) DO UPDATE SET geom = excluded.geom, difference_m2 = excluded.difference_m2
    RETURNING fid, geom, difference_m2
),
updated AS (
    UPDATE record r SET geom = k.geom FROM kept k WHERE r.fid = k.fid
)
UPDATE finding f
SET level = 'WARNING', code = 'geometry-repaired',
    detail = f.detail || jsonb_build_object('differenceM2', round(k.difference_m2::numeric, 4))
FROM kept k
WHERE f.fid = k.fid AND f.code = 'invalid-geometry';
