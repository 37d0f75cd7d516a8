-- Findings on pairs of parcels that overlap, each once, with the area. Informal plots lie on formal ones by definition.
-- Parameters: none. Result: none; writes to finding. Relies on the index row_geom.
-- Less than 0.01 m2 is the rounding of coordinates to millimetres and not reported.
INSERT INTO finding (level, code, fid, key, detail, place)
SELECT 'WARNING', 'parcel-overlap', o.fid, o.number,
       jsonb_build_object('other', o.other, 'areaM2', round(ST_Area(o.geom)::numeric, 4)), ST_PointOnSurface(o.geom)
FROM (
    SELECT a.fid, a.number, b.number AS other, ST_CollectionExtract(ST_Intersection(a.geom, b.geom), 3) AS geom
    FROM row a
    JOIN row b ON a.geom && b.geom AND a.number < b.number
    WHERE (a.condition IS DISTINCT FROM 'Informal') = (b.condition IS DISTINCT FROM 'Informal')
      AND ST_Relate(a.geom, b.geom, '2********')
) o
WHERE ST_Area(o.geom) >= 0.01;
