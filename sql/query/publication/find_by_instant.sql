-- Newest publication not later than an instant. Parameters: instant (timestamptz). Result: id (bigint), at (timestamptz).
SELECT p.id, p.at FROM lindero.publication p WHERE p.at <= :instant ORDER BY p.at DESC LIMIT 1;
