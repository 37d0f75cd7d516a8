-- Schemas that loads have left behind: those whose session lock nobody holds.
-- Parameters: none. Result: schema (text). The lock is taken here and freed by drop_workspace.
SELECT n.nspname AS schema
FROM pg_namespace n
WHERE n.nspname LIKE 'lindero\_load\_%' AND pg_try_advisory_lock(hashtext(n.nspname))
ORDER BY n.nspname;
