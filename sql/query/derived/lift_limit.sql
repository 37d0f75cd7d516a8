-- Lets the statements of a transaction take as long as they take: measuring, and waiting for another who measures the same, is nobody's
-- request. Parameters: none. Result: one row.
SELECT set_config('statement_timeout', '0', true);
