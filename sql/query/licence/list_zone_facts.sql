-- What zones are and what they state of hazard and risk. Parameters: zones (text[]: of each zone its rows, an array of bigint as
-- text). Result: n (the place of the zone, from 1), label, sources (JSON), rank (3 Alta .. 0 not stated; the highest of its rows)
-- and mitigable (boolean, null not stated; false where a row states so).
SELECT u.n, f.label, f.sources, s.rank, s.mitigable
FROM unnest(CAST(:zones AS text[])) WITH ORDINALITY AS u (ids, n)
CROSS JOIN LATERAL lindero.zone_facts(CAST(u.ids AS bigint[])) f
CROSS JOIN LATERAL (
    SELECT max(lindero.zone_rank(z.code, z.attributes)) AS rank,
           bool_and(lindero.zone_mitigable(z.code, f.label, z.attributes)) AS mitigable
    FROM lindero.zone z
    WHERE z.id = ANY (CAST(u.ids AS bigint[]))
) s
ORDER BY u.n;
