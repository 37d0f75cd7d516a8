-- Parts that the one statement and the kept parts do not agree on within 0.0001 m2, m or points. Parameters: none.
-- Result: rows (bigint, rows compared), differences (bigint).
WITH
kept AS (
    SELECT s.theme, d.parcel_id, d.role, d.zone_code, d.dimension, sum(d.planar_m2) AS planar_m2, sum(d.length_m) AS length_m,
           sum(d.point_count) AS point_count, sum(d.uncovered_m2) AS uncovered_m2,
           sum(d.outside_ground_m2) AS outside_ground_m2, sum(d.doubly_covered_m2) AS doubly_covered_m2
    FROM lindero.derived_part d
    JOIN lindero.derived_scope s ON s.id = d.scope_id
    GROUP BY s.theme, d.parcel_id, d.role, d.zone_code, d.dimension
)
SELECT count(*) AS rows,
       count(*) FILTER (WHERE k.parcel_id IS NULL OR b.parcel_id IS NULL
                              OR abs(coalesce(k.planar_m2, 0) - coalesce(b.planar_m2, 0)) > 0.0001
                              OR abs(coalesce(k.length_m, 0) - coalesce(b.length_m, 0)) > 0.0001
                              OR coalesce(k.point_count, 0) <> coalesce(b.point_count, 0)
                              OR abs(coalesce(k.uncovered_m2, 0) - coalesce(b.uncovered_m2, 0)) > 0.0001
                              OR abs(coalesce(k.outside_ground_m2, 0) - coalesce(b.outside_ground_m2, 0)) > 0.0001
                              OR abs(coalesce(k.doubly_covered_m2, 0) - coalesce(b.doubly_covered_m2, 0)) > 0.0001)
           AS differences
FROM kept k
FULL JOIN public.bench_part b ON b.parcel_id = k.parcel_id AND b.theme = k.theme AND b.role = k.role
    AND coalesce(b.zone_code, '') = coalesce(k.zone_code, '') AND coalesce(b.dimension, -9) = coalesce(k.dimension, -9);
