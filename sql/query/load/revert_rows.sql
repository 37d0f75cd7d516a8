-- Undoes what a publication did to a table. Parameters: target (text), undone, pub (bigint). Result: added, closed (bigint).
SELECT r.added, r.closed FROM lindero.revert_rows(:target, :undone, :pub) r;
