-- Findings on pairs of parcels that overlap, each once, with the area. Parameters: none. Result: none; writes to finding.
-- Relies on the table overlap. Less than 0.01 m2 is the rounding of coordinates to millimetres and not reported.
INSERT INTO finding (level, code, fid, key, detail, place)
SELECT 'WARNING', 'parcel-overlap', o.fid, o.number,
       jsonb_build_object('other', o.other, 'areaM2', round(ST_Area(o.geom)::numeric, 4)), ST_PointOnSurface(o.geom)
FROM overlap o
WHERE ST_Area(o.geom) >= 0.01;
