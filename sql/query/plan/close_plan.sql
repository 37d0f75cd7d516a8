-- Closes the current row of a plan. Parameters: municipality, code (text), pub (bigint).
UPDATE lindero.plan p SET pub_to = :pub WHERE p.municipality = :municipality AND p.code = :code AND p.pub_to IS NULL;
