-- What zones are and what they state of hazard and risk. Parameters: zones (text[]: of each zone its rows, an array of bigint as
-- text), at (bigint).
-- Result: n (the place of the zone, from 1), label, sources (JSON), rank (3 Alta .. 0 not stated; the highest of its rows),
-- mitigable (boolean, null not stated; false where a row states so) and accuracy_m, the worst of the datasets that held its rows at the
-- publication (m; null where none states it).
SELECT u.n, f.label, f.sources, s.rank, s.mitigable, a.accuracy_m
FROM unnest(CAST(:zones AS text[])) WITH ORDINALITY AS u (ids, n)
CROSS JOIN LATERAL lindero.zone_facts(CAST(u.ids AS bigint[])) f
CROSS JOIN LATERAL (
    SELECT max(lindero.zone_rank(z.code, z.attributes)) AS rank,
           bool_and(lindero.zone_mitigable(z.code, f.label, z.attributes)) AS mitigable
    FROM lindero.zone z
    WHERE z.id = ANY (CAST(u.ids AS bigint[]))
) s
CROSS JOIN LATERAL (
    SELECT max(d.accuracy_m) AS accuracy_m
    FROM lindero.zone z
    JOIN lindero.dataset d ON d.municipality = z.municipality AND d.kind = 'zones' AND d.plan = z.plan
        AND d.theme = z.theme AND d.name = z.dataset AND lindero.held(d.pub_from, d.pub_to, :at)
    WHERE z.id = ANY (CAST(u.ids AS bigint[]))
) a
ORDER BY u.n;
