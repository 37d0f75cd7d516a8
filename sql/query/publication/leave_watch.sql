-- Lets publications go on that this session has kept away. Parameters: none. Result: one row.
SELECT pg_advisory_unlock_shared(hashtext('lindero.publication'));
