-- Names and types of the attributes that the zones of layers carry. Parameters: layers (int[]), onDay (date), at (bigint).
-- Result: layer, name, kind (integer, number, boolean, date, timestamp or string: the one that holds for all values), in the order of their names.
SELECT z.layer, a.key AS name,
       CASE WHEN bool_and(CASE WHEN jsonb_typeof(a.value) = 'number' THEN a.value::numeric % 1 = 0 ELSE false END) THEN 'integer'
            WHEN bool_and(jsonb_typeof(a.value) = 'number') THEN 'number'
            WHEN bool_and(jsonb_typeof(a.value) = 'boolean') THEN 'boolean'
            WHEN bool_and(lindero.iso_day_from(a.value #>> '{}') IS NOT NULL) THEN 'date'
            WHEN bool_and(lindero.instant_from(a.value #>> '{}') IS NOT NULL) THEN 'timestamp'
            ELSE 'string' END AS kind
FROM lindero.zone z
CROSS JOIN LATERAL jsonb_each(z.attributes) a
WHERE z.layer = ANY (:layers) AND z.valid @> CAST(:onDay AS date)
  AND lindero.held(z.pub_from, z.pub_to, CAST(:at AS bigint))
  AND jsonb_typeof(a.value) <> 'null'
GROUP BY z.layer, a.key
ORDER BY a.key COLLATE "C", z.layer;
