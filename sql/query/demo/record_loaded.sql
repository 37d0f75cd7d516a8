-- Notes that demonstration files were loaded to the end. Parameters: digest (text).
INSERT INTO lindero.demonstration (files_sha256) VALUES (:digest) ON CONFLICT DO NOTHING;
