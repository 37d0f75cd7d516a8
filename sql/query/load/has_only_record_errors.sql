-- Whether no error is on the file as a whole. Parameters: none. Result: one boolean.
SELECT NOT EXISTS (SELECT FROM finding f WHERE f.level = 'ERROR' AND f.fid IS NULL);
