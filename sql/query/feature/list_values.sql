-- Values that a property of a collection has, each with a name for people. A template: <value>, <label> and <from> are put in by
-- FeatureSql from closed lists. Parameters: those of the source, most (int).
-- Result: value (text), label (text, null where there is none), dimension (int, of the geometries), in the order of the values.
SELECT (<value>)::text COLLATE "C" AS value, min(<label>) AS label, max(ST_Dimension(f.geom_4326)) AS dimension
<from>
AND (<value>) IS NOT NULL
GROUP BY 1
ORDER BY 1
LIMIT :most
