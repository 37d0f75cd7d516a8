-- Findings on holes between the zones of a theme that partitions its ground.
-- Parameters: none. Result: none; writes to finding.
-- Less than 0.01 m2 is the rounding of coordinates to millimetres and not reported.
WITH ground AS MATERIALIZED (
    SELECT ST_Union(r.geom) AS geom FROM row r WHERE ST_Dimension(r.geom) = 2
),
hole AS (
    -- less the zones that lie inside the hole as islands
    SELECT (ST_Dump(ST_Difference(ST_MakePolygon(ST_ExteriorRing(ring.geom)), g.geom))).geom AS geom
    FROM ground g
    CROSS JOIN LATERAL ST_Dump(g.geom) AS part
    CROSS JOIN LATERAL ST_DumpRings(part.geom) AS ring
    WHERE ring.path[1] > 0
)
INSERT INTO finding (level, code, detail, place)
SELECT 'WARNING', 'gap', jsonb_build_object('areaM2', round(ST_Area(h.geom)::numeric, 4)), ST_PointOnSurface(h.geom)
FROM hole h
WHERE ST_Area(h.geom) >= 0.01;
