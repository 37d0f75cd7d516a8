-- Gives each row of a planner's table its digest, of all that it says but for its place in the file and its days, and
-- indexes it. Parameters: none. Result: none.
UPDATE row r SET content_hash = md5((to_jsonb(r) - 'fid' - 'part' - 'valid' - 'content_hash')::text)::uuid;
CREATE INDEX row_content ON row (content_hash);
ANALYZE row;
