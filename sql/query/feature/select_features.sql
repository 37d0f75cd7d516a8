-- Features of a collection, in order. A template: <columns>, <from> (one of the files from_*.sql), <conditions> (clause_*.sql,
-- filters over the collection's own columns) and <order> are put in by FeatureSql from closed lists; every value is bound.
-- Parameters: those of the source and the clauses, limit (int), offset (bigint).
-- Result: the key columns, geometry (WKB in the CRS asked for, null without geometry), the properties asked for.
SELECT <columns>
<from>
<conditions>
ORDER BY <order>
LIMIT :limit OFFSET :offset
