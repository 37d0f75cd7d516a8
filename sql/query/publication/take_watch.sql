-- Keeps publications away for as long as this session holds the lock, where none is under way or waits. Parameters: none.
-- Result: taken.
SELECT pg_try_advisory_lock_shared(hashtext('lindero.publication')) AS taken;
