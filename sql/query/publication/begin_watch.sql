-- Makes the server end this session, and with it the lock it holds, when nothing is heard from it for two seconds: a service that
-- is stopped keeps no publication waiting for longer. Parameters: none. Result: one row. Relies on PostgreSQL 14.
SELECT set_config('idle_session_timeout', '2s', false), set_config('statement_timeout', '2s', false);
