-- Removes kept parts whose scope was forgotten. Parameters: none.
DELETE FROM lindero.derived_part d
WHERE NOT EXISTS (SELECT FROM lindero.derived_scope s WHERE s.id = d.scope_id);
