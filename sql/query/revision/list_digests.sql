-- What each theme of a chain of plans is made of on a day, at a publication, as a digest: equal digests are equal zones.
-- Parameters: municipality (text), chain (text[]), onDay (date), at (bigint). Result: theme, title, digest (text).
SELECT t.code AS theme, min(t.title) AS title,
       md5(string_agg(t.id::text, ',' ORDER BY array_position(:chain, t.plan), t.id)
           || '|' || coalesce(min(z.ids), '') || '|' || coalesce(min(d.ids), '')) AS digest
FROM lindero.theme t
LEFT JOIN LATERAL (
    SELECT string_agg(z.id::text, ',' ORDER BY array_position(:chain, z.plan), z.id) AS ids
    FROM lindero.zone z
    WHERE z.municipality = t.municipality AND z.theme = t.code AND z.plan = ANY (:chain) AND z.valid @> CAST(:onDay AS date)
      AND lindero.held(z.pub_from, z.pub_to, :at)
) z ON true
LEFT JOIN LATERAL (
    SELECT string_agg(d.id::text, ',' ORDER BY d.id) AS ids
    FROM lindero.dataset d
    WHERE d.municipality = t.municipality AND d.theme = t.code AND d.plan = ANY (:chain)
      AND lindero.held(d.pub_from, d.pub_to, :at)
) d ON true
WHERE t.municipality = :municipality AND t.plan = ANY (:chain) AND lindero.held(t.pub_from, t.pub_to, :at)
GROUP BY t.code
ORDER BY t.code;
