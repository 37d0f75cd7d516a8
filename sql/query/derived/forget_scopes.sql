-- Forgets what is kept of themes as a whole: their dataset's facts changed, or too much of them.
-- Parameters: municipality (text), theme (text; null: all themes; land-class: all themes, which may depend on it).
DELETE FROM lindero.derived_scope s
WHERE s.municipality = :municipality
  AND (CAST(:theme AS text) IS NULL OR s.theme = :theme OR :theme = 'land-class');
