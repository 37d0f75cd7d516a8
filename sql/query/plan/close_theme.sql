-- Closes the current row of a theme. Parameters: municipality, plan, code (text), pub (bigint).
UPDATE lindero.theme t SET pub_to = :pub
WHERE t.municipality = :municipality AND t.plan = :plan AND t.code = :code AND t.pub_to IS NULL;
