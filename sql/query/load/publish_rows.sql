-- Publishes table "row" against what its dataset holds. Parameters: target (text), scope (json text), validFrom (text, a date
-- or null), pub (bigint). Result: added, closed, unchanged (bigint).
SELECT p.added, p.closed, p.unchanged
FROM lindero.publish_rows(:target, CAST(:scope AS jsonb), CAST(:validFrom AS date), :pub) p;
