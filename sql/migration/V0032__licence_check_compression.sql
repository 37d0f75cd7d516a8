-- Answers of licence checks are kept as they come by a compression that takes half the time of the ordinary one (pglz), where the
-- server has it. What is kept already stays as it is.
-- Locks: ACCESS EXCLUSIVE on licence_check, for a moment.

DO $$
BEGIN
    ALTER TABLE lindero.licence_check
        ALTER COLUMN answer_es SET COMPRESSION lz4,
        ALTER COLUMN answer_en SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    RAISE NOTICE 'this server was built without lz4: answers of licence checks stay with pglz';
END
$$;
