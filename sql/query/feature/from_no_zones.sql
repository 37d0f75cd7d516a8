-- The zones of a theme on a day on which no plan speaks of it: none, as alias f. Parameters: onDay (date), at (bigint).
FROM lindero.zone f
WHERE FALSE AND CAST(:onDay AS date) IS NULL AND CAST(:at AS bigint) IS NULL
