-- The project with a code, or those with a BPIN. Parameters: municipality, code (text), onDay (date), at (bigint).
-- Result: as list_projects, that with the code first. Relies on project_code, project_bpin.
SELECT p.code, p.bpin, p.name, p.purpose, p.axis, p.programme, p.product, p.indicator, p.office, p.stage, p.start_on, p.end_on,
       p.people_served, p.physical_percent, p.land_classes, p.declared_total, p.planned, p.committed, p.obliged, p.paid,
       p.viability::text AS viability, p.budget::text AS budget, p.contracts::text AS contracts, p.places::text AS places, p.dataset,
       ST_AsGeoJSON(lindero.project_drawing(p.id, p.municipality, CAST(:onDay AS date), :at), 9) AS geometry
FROM lindero.project p
WHERE (p.code = :code OR p.bpin = :code) AND p.municipality = :municipality AND p.valid @> CAST(:onDay AS date)
  AND lindero.held(p.pub_from, p.pub_to, :at)
ORDER BY p.code <> :code, p.code
LIMIT 20;
