-- The publication that stands in the way of undoing another: it changed the rows of that one, or brought again what that
-- one took away. Parameters: target (text), undone (bigint). Result: bigint or null.
SELECT lindero.revert_obstacle(:target, :undone) AS publication;
