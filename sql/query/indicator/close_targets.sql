-- Closes the current targets of a plan. Parameters: municipality, plan (text), pub (bigint).
UPDATE lindero.plan_target t SET pub_to = :pub WHERE t.municipality = :municipality AND t.plan = :plan AND t.pub_to IS NULL;
