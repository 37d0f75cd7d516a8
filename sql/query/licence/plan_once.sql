-- Makes the statements of the transaction that follow use one plan for all arguments: they find a handful of rows by their keys,
-- and planning them anew takes longer than running them. Parameters: none.
SET LOCAL plan_cache_mode = force_generic_plan;
