-- Findings on the geometry of every record: empty, of a kind that the load does not take, or invalid.
-- Parameters: dimensions (int[]: 2 polygons, 1 lines, 0 points that the kind of load takes).
-- Result: none; writes to finding. A null geometry is judged by each kind of load.
INSERT INTO finding (level, code, fid, detail, place)
SELECT 'ERROR', v.code, r.fid, v.detail, v.place
FROM record r
CROSS JOIN LATERAL (
    SELECT 'empty-geometry' AS code, '{}'::jsonb AS detail, NULL::geometry AS place
    WHERE ST_IsEmpty(r.geom)
    UNION ALL
    SELECT 'wrong-geometry-type', jsonb_build_object('found', GeometryType(r.geom)), ST_PointOnSurface(ST_Envelope(r.geom))
    WHERE NOT ST_IsEmpty(r.geom)
      AND (NOT ST_Dimension(r.geom) = ANY (:dimensions)
           OR GeometryType(r.geom) IN ('TIN', 'POLYHEDRALSURFACE', 'TRIANGLE', 'GEOMETRYCOLLECTION'))
) v
WHERE r.geom IS NOT NULL;
