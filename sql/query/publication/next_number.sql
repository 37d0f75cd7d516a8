-- Number of the publication about to be made; the lock is held. Parameters: none. Result: bigint.
SELECT coalesce(max(p.id), 0) + 1 FROM lindero.publication p;
