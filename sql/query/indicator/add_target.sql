-- Adds a target of a plan. Parameters: municipality, plan, indicator (text), year (integer), target (numeric), name, source (text), pub
-- (bigint).
INSERT INTO lindero.plan_target (municipality, plan, indicator, year, target, name, source, pub_from)
VALUES (:municipality, :plan, :indicator, :year, :target, :name, :source, :pub);
