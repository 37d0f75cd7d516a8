-- Drops a workspace, its lock and its place on the search path. Parameters: schema (text). Result: the path.
SELECT lindero.drop_workspace(:schema);
