-- Removes checks whose days are over, a thousand at the most. Parameters: now (timestamptz).
DELETE FROM lindero.licence_check
WHERE id IN (SELECT c.id FROM lindero.licence_check c WHERE c.kept_until <= :now ORDER BY c.kept_until, c.id LIMIT 1000);
