-- A licence check that is kept. Parameters: id (text), now (timestamptz). Result: at most one row.
SELECT c.question, c.answer, c.spanish_bytes, c.saved_at IS NOT NULL AS saved, c.kept_until
FROM lindero.licence_check c
WHERE c.id = :id AND (c.kept_until IS NULL OR c.kept_until > :now);
