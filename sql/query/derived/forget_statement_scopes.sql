-- Forgets what is kept of a theme where a publication brought or closed statements without geometry, which may lie anywhere.
-- Parameters: municipality, theme (text). Relies on table changed.
DELETE FROM lindero.derived_scope s
WHERE s.municipality = :municipality AND (s.theme = :theme OR :theme = 'land-class')
  AND EXISTS (SELECT FROM changed c JOIN lindero.zone z ON z.id = c.id WHERE z.geom IS NULL);
