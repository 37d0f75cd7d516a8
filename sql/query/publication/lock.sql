-- Takes the publishing lock for the transaction: one publication at a time, so that numbers are in the order of commit.
-- Parameters: none. Result: one row. Waits ten minutes at the most (55P03 after that).
SELECT set_config('lock_timeout', '600s', true), pg_advisory_xact_lock(hashtext('lindero.publication'));
