-- Records of a planner's table, a page at a time. Parameters: after (bigint, the last number of the page before), most (int).
-- Result: fid (bigint), texts (json text: by target, missing ones left out).
SELECT r.fid, jsonb_strip_nulls(to_jsonb(r) - 'fid' - 'geom' - 'unmapped' - 'attributes')::text AS texts
FROM record r
WHERE r.fid > :after
ORDER BY r.fid
LIMIT :most;
