-- Municipalities that the database holds anything of. Parameters: at (bigint). Result: text.
SELECT DISTINCT d.municipality
FROM lindero.dataset d
WHERE lindero.held(d.pub_from, d.pub_to, CAST(:at AS bigint))
ORDER BY d.municipality;
