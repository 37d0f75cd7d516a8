-- A finding on a row of a planner's table. Parameters: level, code, key (text), fid (bigint), detail (json text).
-- Result: none.
INSERT INTO finding (level, code, fid, key, detail)
VALUES (:level, :code, CAST(:fid AS bigint), :key, CAST(:detail AS jsonb));
