-- Plans of a municipality at a publication. Parameters: municipality (text), at (bigint).
-- Result: a row a plan, in the order of their coming into force.
SELECT p.municipality, p.code, p.kind, p.act, p.status, lower(p.in_force) AS in_force_from, upper(p.in_force) AS in_force_to,
       p.term_ends, p.revises, p.pub_from
FROM lindero.plan p
WHERE p.municipality = :municipality AND lindero.held(p.pub_from, p.pub_to, :at)
ORDER BY lower(p.in_force), p.code;
