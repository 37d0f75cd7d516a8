-- Whether a publication changed what is known of the datasets of a theme or kind as a whole: their coverage decides which plan
-- speaks where. Parameters: municipality, kind, theme (text), publication (bigint).
-- Result: one row, changed (boolean).
SELECT EXISTS (
    SELECT FROM lindero.dataset d
    WHERE d.municipality = :municipality AND d.kind = :kind AND d.theme = :theme
      AND (d.pub_from = :publication OR d.pub_to = :publication)
) AS changed;
