-- Newest publication that the transaction's snapshot sees. Parameters: none. Result: id (bigint), at (timestamptz).
SELECT p.id, p.at FROM lindero.publication p ORDER BY p.id DESC LIMIT 1;
