-- The zones in which licences are counted: those at the inner point of their parcel.
-- Parameters: municipality (text), chain, themes (text[]), onDay (date), at (bigint).
-- Result: number (text), zones (text: JSON object of theme and code; null where the cadastre knows no parcel of the licence).
WITH placed AS MATERIALIZED (
    SELECT k.licence_id, k.parcel_id
    FROM lindero.licence_parcels(:municipality, CAST(:onDay AS date), :at) k
)
SELECT l.number, z.zones::text AS zones
FROM placed k
JOIN lindero.licence l ON l.id = k.licence_id
LEFT JOIN lindero.parcel_zones(:municipality, :chain, :themes, CAST(:onDay AS date), :at,
                               ARRAY(SELECT i.parcel_id FROM placed i WHERE i.parcel_id IS NOT NULL)) z ON z.parcel_id = k.parcel_id
ORDER BY l.number;
