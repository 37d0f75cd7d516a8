-- Buildings that the cadastre ties to a parcel. Parameters: municipality, parcel (text), onDay (date), at (bigint).
SELECT b.number, b.floors, b.built_area_m2, b.use, b.year, b.planar_m2
FROM lindero.building b
WHERE b.municipality = :municipality AND b.parcel = :parcel AND b.valid @> CAST(:onDay AS date)
  AND lindero.held(b.pub_from, b.pub_to, :at)
ORDER BY b.number, b.id;
