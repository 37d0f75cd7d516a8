-- A finding on the file as a whole. Parameters: level, code (text), detail (json text). Result: none.
INSERT INTO finding (level, code, detail) VALUES (:level, :code, CAST(:detail AS jsonb));
