-- Number of a theme's zones, made on first use. Parameters: municipality, plan, theme (text). Result: integer.
WITH made AS (
    INSERT INTO lindero.layer (municipality, plan, theme) VALUES (:municipality, :plan, :theme)
    ON CONFLICT (municipality, theme, plan) DO NOTHING
    RETURNING id
)
SELECT id FROM made
UNION ALL
SELECT l.id FROM lindero.layer l WHERE l.municipality = :municipality AND l.plan = :plan AND l.theme = :theme;
