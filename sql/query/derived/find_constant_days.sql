-- The days around a day on which the same plans and the same zones of a theme hold.
-- Parameters: municipality, theme (text), chain (text[]), onDay (date). Result: daterange as text.
WITH bound AS (
    SELECT lower(p.in_force) AS day FROM lindero.plan p WHERE p.municipality = :municipality AND p.pub_to IS NULL
    UNION
    SELECT upper(p.in_force) FROM lindero.plan p WHERE p.municipality = :municipality AND p.pub_to IS NULL
    UNION
    SELECT lower(z.valid) FROM lindero.zone z
    WHERE z.municipality = :municipality AND z.theme IN (:theme, 'land-class') AND z.plan = ANY (:chain) AND z.pub_to IS NULL
    UNION
    SELECT upper(z.valid) FROM lindero.zone z
    WHERE z.municipality = :municipality AND z.theme IN (:theme, 'land-class') AND z.plan = ANY (:chain) AND z.pub_to IS NULL
)
SELECT daterange(max(b.day) FILTER (WHERE b.day <= :onDay), min(b.day) FILTER (WHERE b.day > :onDay))::text
FROM bound b;
