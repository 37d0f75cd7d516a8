-- Keeps publications away while kept parts are made. Parameters: none.
SELECT pg_advisory_xact_lock_shared(hashtext('lindero.publication'));
