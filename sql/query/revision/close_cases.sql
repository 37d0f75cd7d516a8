-- Closes the current golden cases of a plan. Parameters: municipality, plan (text), pub (bigint).
UPDATE lindero.plan_case c SET pub_to = :pub WHERE c.municipality = :municipality AND c.plan = :plan AND c.pub_to IS NULL;
