-- Closes the dataset row that is about to be replaced.
-- Parameters: municipality, kind, plan, theme, name (text), pub (bigint). Result: none.
UPDATE lindero.dataset d
SET pub_to = :pub
WHERE d.municipality = :municipality AND d.kind = :kind AND d.plan = :plan AND d.theme = :theme AND d.name = :name
  AND d.pub_to IS NULL;
