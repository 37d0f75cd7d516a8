-- Purpose: notes which migration files this database holds.
-- Parameters: 1 fingerprint (text).
UPDATE lindero.setting
SET migrations = ?
