-- Makes the transaction that has just begun see one state of the database, change nothing, and use one plan of each statement for
-- all arguments. Parameters: none.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
SET LOCAL plan_cache_mode = force_generic_plan;
