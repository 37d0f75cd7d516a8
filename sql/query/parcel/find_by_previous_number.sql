-- The parcel with a previous number on a day, at a publication. Parameters: value (text), onDay (date), at (bigint).
-- Result: parcel rows, areas in m2; drawn is false for units without a plot. Relies on parcel_previous_number.
SELECT p.id, p.municipality, p.dataset, p.number, p.previous_number, p.nupre, p.folio, p.address, p.registered_area_m2,
       p.destination, p.condition, p.planar_m2, p.ellipsoid_m2, p.geom IS NOT NULL AS drawn
FROM lindero.parcel p
WHERE p.previous_number = :value AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, :at)
ORDER BY p.municipality, p.number
LIMIT 3;
