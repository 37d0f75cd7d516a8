-- Codes of the plan that answers and of those it inherits from. Parameters: municipality (text), plan (text, null for the
-- one in force), onDay (date), at (bigint). Result: text[].
SELECT lindero.plan_chain(:municipality, :plan, CAST(:onDay AS date), :at);
