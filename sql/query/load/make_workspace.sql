-- Makes a workspace and puts it first on the search path of the session. Parameters: schema (text). Result: the path.
SELECT lindero.make_workspace(:schema);
