-- A dataset of a municipality that is not a demonstration. Parameters: municipality (text). Result: text or nothing.
SELECT d.kind || '/' || d.name
FROM lindero.dataset d
WHERE d.municipality = :municipality AND NOT d.demonstration AND d.pub_to IS NULL
ORDER BY 1
LIMIT 1;
