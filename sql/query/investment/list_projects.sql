-- A page of projects by code. Parameters: municipality, after (text, code of the last project of the page before), most (int),
-- onDay (date), at (bigint), and filters that null leaves out: axis, programme, stage, source, office, text (text), year (int),
-- territory, kind (text, of project_territories), west, south, east, north (degrees).
-- Result: columns of the project, money in pesos, budget and places as JSON text, geometry as GeoJSON in longitude, latitude.
-- Relies on project_code, project_geom_4326.
SELECT p.code, p.bpin, p.name, p.purpose, p.axis, p.programme, p.product, p.indicator, p.office, p.stage, p.start_on, p.end_on,
       p.people_served, p.physical_percent, p.land_classes, p.declared_total, p.planned, p.committed, p.obliged, p.paid,
       p.viability::text AS viability, p.budget::text AS budget, p.contracts::text AS contracts, p.places::text AS places, p.dataset,
       ST_AsGeoJSON(lindero.project_drawing(p.id, p.municipality, CAST(:onDay AS date), :at), 9) AS geometry
FROM lindero.project p
WHERE p.municipality = :municipality AND p.code > :after AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, :at)
  AND (CAST(:axis AS text) IS NULL OR p.axis = :axis)
  AND (CAST(:programme AS text) IS NULL OR p.programme = :programme)
  AND (CAST(:stage AS text) IS NULL OR p.stage = :stage)
  AND (CAST(:office AS text) IS NULL OR p.office = :office)
  AND (CAST(:text AS text) IS NULL OR lindero.folded(concat_ws(' ', p.code, p.bpin, p.name, p.purpose)) LIKE lindero.folded(:text))
  AND ((CAST(:year AS integer) IS NULL AND CAST(:source AS text) IS NULL)
       OR EXISTS (SELECT FROM lindero.project_budget b
                  WHERE b.project_id = p.id AND (CAST(:year AS integer) IS NULL OR b.year = :year)
                    AND (CAST(:source AS text) IS NULL OR b.source = :source)))
  AND (CAST(:territory AS text) IS NULL
       OR p.id IN (SELECT t.project_id
                   FROM lindero.project_territories(:municipality, :kind, CAST(:onDay AS date), :at, :territory) t
                   WHERE t.territory = :territory))
  AND (CAST(:west AS double precision) IS NULL
       OR ST_Intersects(ST_MakeEnvelope(:west, :south, :east, :north, 4326), p.geom_4326)
       OR EXISTS (SELECT FROM lindero.project_place g
                  JOIN lindero.parcel c ON c.number = g.parcel AND c.municipality = p.municipality
                      AND c.valid @> CAST(:onDay AS date) AND lindero.held(c.pub_from, c.pub_to, :at)
                  WHERE g.project_id = p.id
                    AND ST_Intersects(ST_MakeEnvelope(:west, :south, :east, :north, 4326), ST_Transform(c.geom, 4326))))
ORDER BY p.code
LIMIT :most;
