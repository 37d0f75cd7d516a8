-- Where a publication changed rows of a dataset's table: the boxes of the rows it brought and took away, snapped outward to a grid
-- so that neighbours fall together.
-- Parameters: publication (bigint), kind (text: parcels, buildings, territories, zones), theme (text, of zones), cellM (double
-- precision, side of the grid, m of EPSG:3857).
-- Result: west, south, east, north (m of EPSG:3857), distinct.
WITH touched AS (
    SELECT p.geom_3857 AS geom
    FROM lindero.parcel p
    WHERE :kind = 'parcels' AND (p.pub_from = :publication OR p.pub_to = :publication)
    UNION ALL
    SELECT b.geom_3857
    FROM lindero.building b
    WHERE :kind = 'buildings' AND (b.pub_from = :publication OR b.pub_to = :publication)
    UNION ALL
    SELECT t.geom_3857
    FROM lindero.territory t
    WHERE :kind = 'territories' AND (t.pub_from = :publication OR t.pub_to = :publication)
    UNION ALL
    SELECT z.geom_3857
    FROM lindero.zone z
    WHERE :kind = 'zones' AND z.theme = :theme AND (z.pub_from = :publication OR z.pub_to = :publication)
)
SELECT DISTINCT floor(ST_XMin(t.geom) / :cellM) * :cellM AS west, floor(ST_YMin(t.geom) / :cellM) * :cellM AS south,
       ceil(ST_XMax(t.geom) / :cellM) * :cellM AS east, ceil(ST_YMax(t.geom) / :cellM) * :cellM AS north
FROM touched t
WHERE t.geom IS NOT NULL
ORDER BY west, south, east, north;
