-- Purpose: the statement that drops a database, its name quoted by the server.
-- Parameters: 1 name (text).
-- Result: statement (text), to be run outside a transaction.
SELECT format('DROP DATABASE IF EXISTS %I WITH (FORCE)', ?::text) AS statement
