-- Removes the kept parts of parcels that a publication closed. Parameters: pub (bigint).
DELETE FROM lindero.derived_part d
USING lindero.parcel p
WHERE p.pub_to = :pub AND d.parcel_id = p.id;
