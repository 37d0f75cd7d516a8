-- Connections in the middle of reading features of this database. Parameters: none. Result: int.
SELECT count(*)::integer
FROM pg_stat_activity a
WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
  AND a.state IN ('active', 'idle in transaction') AND a.query LIKE '%ST_AsBinary%';
