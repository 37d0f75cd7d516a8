-- What became of each project between two publications. Parameters: municipality (text), onDay (date), since, until (bigint).
-- Result: a row a project that changed: code, name, movement (text: added, removed, changed), and before and after (null where it was
-- not there) of stage, planned, committed, paid (pesos), physical_percent.
WITH
before AS (
    SELECT p.* FROM lindero.project p
    WHERE p.municipality = :municipality AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, :since)
),
after AS (
    SELECT p.* FROM lindero.project p
    WHERE p.municipality = :municipality AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, :until)
)
SELECT coalesce(a.code, b.code) AS code, coalesce(a.name, b.name) AS name,
       CASE WHEN b.id IS NULL THEN 'added' WHEN a.id IS NULL THEN 'removed' ELSE 'changed' END AS movement,
       b.stage AS stage_before, a.stage AS stage_after, b.planned AS planned_before, a.planned AS planned_after,
       b.committed AS committed_before, a.committed AS committed_after, b.paid AS paid_before, a.paid AS paid_after,
       b.physical_percent AS physical_before, a.physical_percent AS physical_after
FROM before b
FULL JOIN after a ON a.code = b.code
WHERE a.content_hash IS DISTINCT FROM b.content_hash
ORDER BY coalesce(a.code, b.code);
