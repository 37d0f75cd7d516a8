-- Makes or renews the scope of a theme whose parts are kept.
-- Parameters: municipality, plan, theme (text), during (text, a daterange). Result: id (integer), during (text).
INSERT INTO lindero.derived_scope (municipality, plan, theme, during)
VALUES (:municipality, :plan, :theme, CAST(:during AS daterange))
ON CONFLICT (municipality, plan, theme) DO UPDATE SET during = excluded.during
RETURNING id, during::text;
