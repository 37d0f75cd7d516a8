-- How much ground each combination of zones has in parcels: a parcel counts whole where its inner point lies. Streets, public ground
-- and informal plots are left out.
-- Parameters: municipality (text), chain, themes (text[]), onDay (date), at (bigint).
-- Result: zones (text: JSON object of theme and code), parcels (bigint), drawn_m2 (planar, m2). Relies on parcel_geom.
SELECT z.zones::text AS zones, count(*) AS parcels, sum(p.planar_m2 ORDER BY p.id) AS drawn_m2
FROM lindero.parcel_zones(:municipality, :chain, :themes, CAST(:onDay AS date), :at) z
JOIN lindero.parcel p ON p.id = z.parcel_id
WHERE coalesce(p.condition, '') NOT IN ('Via', 'Bien_Uso_Publico', 'Informal', '4', '3', '2')
GROUP BY z.zones
ORDER BY z.zones::text COLLATE "C";
