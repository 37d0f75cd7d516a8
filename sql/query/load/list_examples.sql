-- The first findings of each level and code, for people. Parameters: most (int, of each). Result: as list_findings.
SELECT f.level, f.code, f.fid, f.key, f.detail, f.place, f.x, f.y
FROM (
    SELECT f.level, f.code, f.fid, f.key, f.detail::text AS detail, lindero.place_in_degrees(f.place) AS place,
           ST_X(ST_Centroid(f.place)) AS x, ST_Y(ST_Centroid(f.place)) AS y
    FROM (SELECT e.*, row_number() OVER (PARTITION BY e.level, e.code ORDER BY e.fid NULLS FIRST, e.key, e.detail::text) AS n
          FROM finding e) f
    WHERE f.n <= :most
) f
ORDER BY f.level, f.code, f.fid NULLS FIRST, f.key, f.detail;
