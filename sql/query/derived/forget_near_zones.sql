-- Removes the kept parts of parcels near zones that a publication brought or closed.
-- Parameters: municipality, theme (text), margin (double precision, m). Relies on table changed.
DELETE FROM lindero.derived_part d
USING lindero.derived_scope s, lindero.parcel p, lindero.zone z, changed c
WHERE z.id = c.id AND p.geom && ST_Expand(z.geom, :margin) AND p.pub_to IS NULL AND p.municipality = :municipality
  AND s.municipality = :municipality AND (s.theme = :theme OR :theme = 'land-class')
  AND d.parcel_id = p.id AND d.scope_id = s.id;
