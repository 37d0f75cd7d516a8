-- The newest publication, and whether this session keeps newer ones away. Parameters: none. Result: one row; number (0 in an empty
-- database), held (false too on a copy that follows another server, whose locks keep nobody away there, and where another session
-- than before answers), wanted (whether anybody waits for the lock).
SELECT coalesce((SELECT max(p.id) FROM lindero.publication p), 0) AS number,
       coalesce(bool_or(l.granted AND l.pid = pg_backend_pid()), false) AND NOT pg_is_in_recovery() AS held,
       coalesce(bool_or(NOT l.granted), false) AS wanted
FROM (SELECT CAST(hashtext('lindero.publication') AS bigint) AS key) k
LEFT JOIN pg_locks l
    ON l.locktype = 'advisory' AND l.objsubid = 1
    AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
    AND CAST(l.classid AS bigint) = (k.key >> 32) & 4294967295 AND CAST(l.objid AS bigint) = k.key & 4294967295;
