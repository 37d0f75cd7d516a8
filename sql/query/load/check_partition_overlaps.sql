-- Findings on pairs of zones that overlap in a theme that partitions its ground.
-- Parameters: none. Result: none; writes to finding. Relies on the index row_geom.
INSERT INTO finding (level, code, fid, key, detail, place)
SELECT 'WARNING', 'zone-overlap', o.fid, o.code,
       jsonb_build_object('other', o.other, 'otherRecord', o.other_fid, 'areaM2', round(ST_Area(o.geom)::numeric, 4)),
       ST_PointOnSurface(o.geom)
FROM (
    SELECT a.fid, a.code, b.code AS other, b.fid AS other_fid,
           ST_CollectionExtract(ST_Intersection(a.geom, b.geom), 3) AS geom
    FROM row a
    JOIN row b ON a.geom && b.geom AND a.fid < b.fid
    WHERE ST_Dimension(a.geom) = 2 AND ST_Dimension(b.geom) = 2
      AND ST_Relate(a.geom, b.geom, '2********')
) o
WHERE ST_Area(o.geom) >= 0.01;
