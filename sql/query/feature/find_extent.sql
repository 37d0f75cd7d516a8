-- The box that holds a collection, longitude and latitude. A template: <from> is its source. Parameters: the source's.
-- Result: min_x, min_y, max_x, max_y (degrees; null without geometry); dimensions (int[]: 0 points, 1 lines, 2 polygons, null none).
SELECT ST_XMin(e.box) AS min_x, ST_YMin(e.box) AS min_y, ST_XMax(e.box) AS max_x, ST_YMax(e.box) AS max_y, e.dimensions
FROM (
    SELECT ST_Extent(f.geom_4326) AS box, array_agg(DISTINCT ST_Dimension(f.geom_4326)) AS dimensions
    <from>
) e
