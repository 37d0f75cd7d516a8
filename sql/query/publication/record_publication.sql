-- Records a publication, as the last statement of its transaction, and tells running services.
-- Parameters: id (bigint), kind, municipality, subject, actor (text). Result: its instant (timestamptz).
WITH recorded AS (
    INSERT INTO lindero.publication (id, at, kind, municipality, subject, actor)
    SELECT :id,
           greatest(date_trunc('milliseconds', clock_timestamp()),
                    (SELECT max(p.at) FROM lindero.publication p) + interval '1 millisecond'),
           :kind, :municipality, :subject, :actor
    RETURNING id, at, municipality, subject
),
told AS (
    SELECT pg_notify('lindero_publication',
                     json_build_object('publication', r.id, 'municipality', r.municipality, 'subject', r.subject)::text)
    FROM recorded r
)
SELECT r.at FROM recorded r CROSS JOIN told;
