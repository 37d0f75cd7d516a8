-- Notes of a check, the oldest first. Parameters: id (text). Result: finding, verdict, note, noted_at.
SELECT n.finding, n.verdict, n.note, n.noted_at
FROM lindero.licence_note n
WHERE n.check_id = :id
ORDER BY n.noted_at, n.id;
