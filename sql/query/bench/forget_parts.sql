-- Forgets all kept parts, so that they can be measured again. Parameters: none. Result: none.
TRUNCATE lindero.derived_part, lindero.derived_scope;
