-- Purpose: what was chosen for this database and which migrations it holds.
-- Result: srid (integer), numbers (text), migrations (text, null while a migration is unfinished); one row.
SELECT
    setting.srid,
    setting.numbers,
    setting.migrations
FROM lindero.setting
