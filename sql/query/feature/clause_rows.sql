-- Rows of a collection by their numbers. Parameters: rows (bigint[]). Relies on the primary key.
AND f.id = ANY (:rows)
