-- Ids that a publication brought or closed in a table are written to table "changed" by the revert.
-- Parameters: pub (bigint). Result: none; creates and fills changed for all four tables.
CREATE UNLOGGED TABLE changed AS
SELECT x.id, x.pub_from = :pub AS added
FROM (
    SELECT t.id, t.pub_from, t.pub_to FROM lindero.parcel t WHERE :kind = 'parcels' AND (t.pub_from = :pub OR t.pub_to = :pub)
    UNION ALL
    SELECT t.id, t.pub_from, t.pub_to FROM lindero.zone t WHERE :kind = 'zones' AND (t.pub_from = :pub OR t.pub_to = :pub)
) x;
