-- Keeps a check for good. Parameters: id (text), now (timestamptz). A check already saved stays as it is.
UPDATE lindero.licence_check SET kept_until = NULL, saved_at = coalesce(saved_at, :now)
WHERE id = :id AND (kept_until IS NULL OR kept_until > :now);
