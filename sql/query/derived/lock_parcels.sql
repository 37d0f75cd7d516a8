-- Keeps others from measuring the same parcels in a scope: a command that loads and the service that hears of it both begin at once, and
-- what both kept would count twice. Parcels are locked by the thousand, in one order, so that nobody waits in a ring; at most 64 locks.
-- Parameters: scope (int), parcels (bigint[]). Result: one row a lock.
SELECT pg_advisory_xact_lock(:scope, b.bucket)::text
FROM (
    SELECT DISTINCT ((u.id / 1000) % 64)::int AS bucket
    FROM unnest(CAST(:parcels AS bigint[])) AS u (id)
    ORDER BY bucket
) b;
