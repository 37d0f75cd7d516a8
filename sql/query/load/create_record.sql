-- Maps the staged layer to table "record". Parameters: targets (text[]), mapping, attributes (json text).
-- Result: number of records (bigint).
SELECT lindero.create_load_record(:targets, CAST(:mapping AS jsonb), CAST(:attributes AS jsonb));
