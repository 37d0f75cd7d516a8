-- The publication that last changed the territories of a municipality. Parameters: municipality (text), at (bigint).
-- Result: state (bigint; -1 where they differ from day to day, so that nothing kept counts).
SELECT CASE WHEN coalesce(bool_and(lower_inf(t.valid) AND upper_inf(t.valid)), true)
            THEN coalesce(max(greatest(t.pub_from, t.pub_to)), 0) ELSE -1 END AS state
FROM (
    SELECT t.valid, t.pub_from, CASE WHEN t.pub_to <= CAST(:at AS bigint) THEN t.pub_to END AS pub_to
    FROM lindero.territory t
    WHERE t.municipality = :municipality AND t.pub_from <= CAST(:at AS bigint)
) t;
