-- Loads of a municipality, newest first. Parameters: municipality (text, null for all), limit (int). Result: a row a load.
SELECT l.publication, p.at, p.actor, l.municipality, l.kind, l.plan, l.theme, l.dataset, l.file, l.file_sha256, l.profile,
       l.valid_from, l.records, l.added, l.closed, l.unchanged, l.quarantined, l.repaired, l.findings::text AS findings, l.reverts
FROM lindero.load l
JOIN lindero.publication p ON p.id = l.publication
WHERE (CAST(:municipality AS text) IS NULL OR l.municipality = :municipality)
ORDER BY l.publication DESC
LIMIT :limit;
