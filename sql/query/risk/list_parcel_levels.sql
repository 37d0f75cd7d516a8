-- What of a theme lies on one parcel, level by level, the highest winning.
-- Parameters: municipality, parcel (text), chain (text[]), theme (text), onDay (date), at (bigint).
-- Result: rank (3 Alta, 2 Media, 1 Baja, 0 not stated, -1 nothing mapped, -2 no data), planar_m2; adds up to the drawn area.
SELECT m.rank, m.planar_m2
FROM lindero.measure_levels(
         ARRAY(SELECT p.id FROM lindero.parcel p
               WHERE p.municipality = :municipality AND p.number = :parcel AND p.valid @> CAST(:onDay AS date)
                 AND lindero.held(p.pub_from, p.pub_to, :at)),
         :municipality, :chain, :theme, CAST(:onDay AS date), :at) m
ORDER BY m.rank DESC;
