-- Publishes which raster a dataset of zones is drawn from. Parameters: municipality, plan, theme, dataset (text), content (bigint or
-- null), classes (json text or null), validFrom (text, a date or null), pub (bigint). Result: whether anything changed (boolean).
SELECT lindero.publish_raster(:municipality, :plan, :theme, :dataset, CAST(:content AS bigint), CAST(:classes AS jsonb),
                              CAST(:validFrom AS date), :pub) AS changed;
