-- Brings statistics and visibility up to date, so that a measurement does not depend on when the server does it by itself.
-- Parameters: none. Result: none; not in a transaction.
VACUUM ANALYZE;
