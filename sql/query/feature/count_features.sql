-- How many features match. A template like select_features.sql. Parameters: those of the source and the clauses.
-- Result: one bigint.
SELECT count(*)
<from>
<conditions>
