-- A publication by its number. Parameters: id (bigint). Result: id (bigint), at (timestamptz).
SELECT p.id, p.at FROM lindero.publication p WHERE p.id = :id;
