-- Of zones that cover a target whole, whether they stay on it however their boundary moves within their accuracy.
-- Parameters: zones (text[]: of each zone its rows, an array of bigint as text), accuracies (double precision[], m, more than 0),
-- target (hexadecimal EWKB). Result: n (the place of the zone, from 1), is_sure (boolean).
SELECT u.n,
       CASE WHEN lindero.surely_stays(u.ids, u.target, u.accuracy) THEN true
            ELSE coalesce(ST_Area(ST_Intersection(u.target, lindero.eroded_zone(u.ids, u.target, u.accuracy))), 0) >= 0.00005
       END AS is_sure
FROM (
    SELECT CAST(u.ids AS bigint[]) AS ids, u.accuracy, u.n, CAST(:target AS geometry) AS target
    FROM unnest(CAST(:zones AS text[]), CAST(:accuracies AS double precision[])) WITH ORDINALITY AS u (ids, accuracy, n)
    OFFSET 0
) u
ORDER BY u.n;
