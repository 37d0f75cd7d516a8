-- Other datasets of the theme that more than half of the load lies over. Parameters: municipality, plan, theme, dataset.
-- Result: dataset (text), share (double precision, of the load's polygon area).
SELECT o.dataset, o.area / t.area AS share
FROM (SELECT sum(ST_Area(r.geom)) AS area FROM row r WHERE ST_Dimension(r.geom) = 2) t
CROSS JOIN LATERAL (
    SELECT z.dataset, sum(ST_Area(ST_Intersection(z.geom, r.geom))) AS area
    FROM row r
    JOIN lindero.zone z ON z.layer = (SELECT l.id FROM lindero.layer l
                                      WHERE l.municipality = :municipality AND l.plan = :plan AND l.theme = :theme)
        AND z.geom && r.geom AND ST_Relate(z.geom, r.geom, '2********')
    WHERE z.dataset <> :dataset AND z.pub_to IS NULL AND ST_Dimension(z.geom) = 2 AND ST_Dimension(r.geom) = 2
    GROUP BY z.dataset
) o
WHERE t.area > 0 AND o.area > 0.5 * t.area
ORDER BY o.dataset;
