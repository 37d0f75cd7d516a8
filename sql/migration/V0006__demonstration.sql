-- Which demonstration data this database holds, so that the next start loads nothing again.
CREATE TABLE lindero.demonstration (
    files_sha256 text PRIMARY KEY,
    completed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE lindero.demonstration IS 'Demonstration data that were loaded to the end.';
COMMENT ON COLUMN lindero.demonstration.files_sha256 IS 'Digest of the files.';
COMMENT ON COLUMN lindero.demonstration.completed_at IS 'When the loading ended.';
