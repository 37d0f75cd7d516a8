-- Removes the kept parts of parcels that a publication closed. Parameters: none. Relies on table changed.
DELETE FROM lindero.derived_part d
USING changed c
WHERE d.parcel_id = c.id AND NOT c.added;
