-- Makes the next statement of the transaction give its first rows soon, although all of them are wanted: rows come in the order of
-- an index, what belongs to each is looked up for it, and nothing is sorted, gathered or compiled beforehand. Parameters: none.
-- Result: none; holds until the transaction ends.
SELECT set_config(s.name, s.value, true)
FROM (VALUES ('enable_sort', 'off'), ('enable_hashjoin', 'off'), ('enable_mergejoin', 'off'), ('jit', 'off')) AS s (name, value);
