-- Which ground of parcels goes from which zone of a theme to which, between two states of a plan: the parts of both are
-- measured as an answer measures them, and cut with each other where their zones differ. What a zone has that no zone of the
-- other state covers goes from, or to, null. Lines and points that come or go have no area.
-- Parameters: parcels (bigint[]), municipality, theme (text); chainBefore, chainAfter (text[]), onBefore, onAfter (date),
-- atBefore, atAfter (bigint), geometry (boolean).
-- Result: parcel_id, from_zone, to_zone (text), m2 (double precision; null for lines and points), geometry (GeoJSON in
-- longitude, latitude of what changes its zone, where asked for).
WITH before AS MATERIALIZED (
    SELECT m.parcel_id, m.zone_code, m.dimension, m.planar_m2, m.geom
    FROM lindero.measure_theme(:parcels, :municipality, :chainBefore, :theme, CAST(:onBefore AS date), :atBefore, true) m
    WHERE m.role = 'part'
),
after AS MATERIALIZED (
    SELECT m.parcel_id, m.zone_code, m.dimension, m.planar_m2, m.geom
    FROM lindero.measure_theme(:parcels, :municipality, :chainAfter, :theme, CAST(:onAfter AS date), :atAfter, true) m
    WHERE m.role = 'part'
),
met AS MATERIALIZED (
    SELECT b.parcel_id, b.zone_code AS from_zone, a.zone_code AS to_zone, piece.geom,
           coalesce(ST_Area(piece.geom), b.planar_m2) AS m2
    FROM before b
    JOIN after a ON a.parcel_id = b.parcel_id AND a.dimension = 2
    CROSS JOIN LATERAL (
        SELECT CASE WHEN a.zone_code = b.zone_code AND abs(a.planar_m2 - b.planar_m2) < 0.00005 THEN NULL
                    ELSE ST_CollectionExtract(ST_Intersection(b.geom, a.geom), 3) END AS geom
    ) piece
    WHERE b.dimension = 2
),
moved AS (
    SELECT m.parcel_id, m.from_zone, m.to_zone, m.m2, CASE WHEN m.from_zone <> m.to_zone THEN m.geom END AS geom FROM met m
    UNION ALL
    SELECT b.parcel_id, b.zone_code, NULL, b.planar_m2 - coalesce(s.m2, 0),
           CASE WHEN :geometry AND b.planar_m2 - coalesce(s.m2, 0) >= 0.01
                THEN CASE WHEN s.geom IS NULL THEN b.geom ELSE ST_CollectionExtract(ST_Difference(b.geom, s.geom), 3) END END
    FROM before b
    LEFT JOIN LATERAL (
        SELECT sum(m.m2) AS m2, ST_Union(coalesce(m.geom, b.geom)) AS geom
        FROM met m WHERE m.parcel_id = b.parcel_id AND m.from_zone = b.zone_code
    ) s ON true
    WHERE b.dimension = 2
    UNION ALL
    SELECT a.parcel_id, NULL, a.zone_code, a.planar_m2 - coalesce(s.m2, 0),
           CASE WHEN :geometry AND a.planar_m2 - coalesce(s.m2, 0) >= 0.01
                THEN CASE WHEN s.geom IS NULL THEN a.geom ELSE ST_CollectionExtract(ST_Difference(a.geom, s.geom), 3) END END
    FROM after a
    LEFT JOIN LATERAL (
        SELECT sum(m.m2) AS m2, ST_Union(coalesce(m.geom, a.geom)) AS geom
        FROM met m WHERE m.parcel_id = a.parcel_id AND m.to_zone = a.zone_code
    ) s ON true
    WHERE a.dimension = 2
),
lines AS (
    SELECT coalesce(b.parcel_id, a.parcel_id) AS parcel_id, b.zone_code AS from_zone, a.zone_code AS to_zone
    FROM (SELECT d.parcel_id, d.zone_code, d.dimension FROM before d WHERE d.dimension < 2) b
    FULL JOIN (SELECT d.parcel_id, d.zone_code, d.dimension FROM after d WHERE d.dimension < 2) a
        ON a.parcel_id = b.parcel_id AND a.zone_code = b.zone_code AND a.dimension = b.dimension
)
SELECT m.parcel_id, m.from_zone, m.to_zone, m.m2,
       CASE WHEN :geometry AND m.from_zone IS DISTINCT FROM m.to_zone
            THEN ST_AsGeoJSON(ST_Transform(ST_Multi(m.geom), 4326), 9) END AS geometry
FROM moved m
WHERE m.m2 >= 0.01
UNION ALL
SELECT l.parcel_id, l.from_zone, l.to_zone, NULL, NULL FROM lines l
ORDER BY parcel_id, from_zone, to_zone, m2;
