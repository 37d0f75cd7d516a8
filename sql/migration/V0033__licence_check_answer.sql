-- Answers of licence checks are kept in both languages as one value: what the languages share, most of it geometry, is then compressed
-- once, and the row fits a page, where before each answer was cut into pieces of a second table. What is kept already is
-- rewritten, byte for byte.
-- Locks: ACCESS EXCLUSIVE on licence_check while its rows are rewritten, a second for some ten thousand.

ALTER TABLE lindero.licence_check
    ADD COLUMN answer bytea,
    ADD COLUMN spanish_bytes integer,
    SET (toast_tuple_target = 8160);

DO $$
BEGIN
    ALTER TABLE lindero.licence_check ALTER COLUMN answer SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    RAISE NOTICE 'this server was built without lz4: answers of licence checks stay with pglz';
END
$$;

UPDATE lindero.licence_check SET answer = answer_es || answer_en, spanish_bytes = octet_length(answer_es);

ALTER TABLE lindero.licence_check
    ALTER COLUMN answer SET NOT NULL,
    ALTER COLUMN spanish_bytes SET NOT NULL,
    ADD CHECK (spanish_bytes BETWEEN 0 AND octet_length(answer)),
    DROP COLUMN answer_es,
    DROP COLUMN answer_en;
COMMENT ON COLUMN lindero.licence_check.answer IS 'The answer, byte for byte: in Spanish, then in English.';
COMMENT ON COLUMN lindero.licence_check.spanish_bytes IS 'How many bytes of the answer are the Spanish one.';
