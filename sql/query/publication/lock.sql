-- Takes the publishing lock for the transaction: one publication at a time, so that numbers are in the order of commit.
-- Parameters: none. Result: none. Waits as long as lock_timeout allows.
SELECT pg_advisory_xact_lock(hashtext('lindero.publication'));
