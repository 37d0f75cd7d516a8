-- Takes statistics of the tables that answers join, once much of them is new: the server itself looks only once a minute, and until
-- then plans for tables as they were before the load (a first answer over all parcels took longer than any request may).
-- Parameters: none. Locks: none that readers or writers wait for.
ANALYZE
    lindero.parcel,
    lindero.building,
    lindero.territory,
    lindero.parcel_territory,
    lindero.zone,
    lindero.zone_piece,
    lindero.derived_scope,
    lindero.derived_part,
    lindero.norm,
    lindero.use_rule,
    lindero.project,
    lindero.project_budget,
    lindero.project_place,
    lindero.licence;
