-- Marks a workspace as alive for as long as the session lives. Parameters: schema (text). Result: ''.
SELECT pg_advisory_lock(hashtext(:schema))::text;
