-- Which rows a reader sees: those held by this database at a publication.

CREATE OR REPLACE FUNCTION lindero.held(pub_from bigint, pub_to bigint, at bigint) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN pub_from <= at AND (pub_to IS NULL OR pub_to > at);
COMMENT ON FUNCTION lindero.held(bigint, bigint, bigint) IS
    'True where a row with (pub_from, pub_to) is visible at publication "at".';

-- The plan that answers on a day and those it inherits from, the answering one first. A plan asked for by code answers
-- as if it were in force. Empty where no plan is in force.
CREATE OR REPLACE FUNCTION lindero.plan_chain(of_municipality text, asked text, on_day date, at bigint) RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
WITH RECURSIVE
visible AS (
    SELECT p.code, p.revises, p.status, p.in_force
    FROM lindero.plan p
    WHERE p.municipality = of_municipality AND lindero.held(p.pub_from, p.pub_to, at)
),
-- revisions in force are followed from the principal plan to the newest
head AS (
    SELECT v.code, v.revises, 1 AS depth
    FROM visible v
    WHERE asked IS NULL AND v.revises IS NULL AND v.status = 'adopted' AND v.in_force @> on_day
    UNION ALL
    SELECT v.code, v.revises, h.depth + 1
    FROM head h
    JOIN visible v ON v.revises = h.code
    WHERE v.status = 'adopted' AND v.in_force @> on_day AND h.depth < 100
),
answering AS (
    (SELECT h.code, h.revises FROM head h ORDER BY h.depth DESC, h.code LIMIT 1)
    UNION ALL
    SELECT v.code, v.revises FROM visible v WHERE v.code = asked
),
chain AS (
    SELECT a.code, a.revises, 1 AS rank FROM answering a
    UNION ALL
    SELECT v.code, v.revises, c.rank + 1
    FROM chain c
    JOIN visible v ON v.code = c.revises
    WHERE c.rank < 100
)
SELECT coalesce(array_agg(c.code ORDER BY c.rank), '{}') FROM chain c
$$;
COMMENT ON FUNCTION lindero.plan_chain(text, text, date, bigint) IS
    'Codes of the plan that answers on a day at a publication, and of those it inherits from, the answering one first.';
