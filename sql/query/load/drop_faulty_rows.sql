-- Takes the rows with errors out of what is published; whether anything is published at all is decided elsewhere.
-- Parameters: none. Result: none.
DELETE FROM row r
WHERE EXISTS (SELECT FROM finding f WHERE f.fid = r.fid AND f.level = 'ERROR');
