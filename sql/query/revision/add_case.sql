-- Adds a golden case of a plan. Parameters: municipality, plan, name, question, expected (text, the last two JSON), pub (bigint).
INSERT INTO lindero.plan_case (municipality, plan, name, question, expected, pub_from)
VALUES (:municipality, :plan, :name, CAST(:question AS jsonb), CAST(:expected AS jsonb), :pub);
