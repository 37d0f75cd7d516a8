-- Purpose: the statement that creates a database, its name quoted by the server.
-- Parameters: 1 name (text).
-- Result: statement (text), to be run outside a transaction.
SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING ''UTF8''', ?::text) AS statement
