-- Themes of plans at a publication. Parameters: municipality (text), plans (text[]), at (bigint).
-- Result: a row a theme of a plan, the first plan of the list first.
SELECT t.plan, t.code, t.title, t.legal_basis, t.precedence, t.tiles_ground, t.protective, t.ground, t.min_area_m2,
       t.min_width_m, t.accuracy_m, t.coverage_kind, encode(ST_AsEWKB(t.coverage), 'hex') AS coverage
FROM lindero.theme t
WHERE t.municipality = :municipality AND t.plan = ANY (:plans) AND lindero.held(t.pub_from, t.pub_to, :at)
ORDER BY array_position(:plans, t.plan), t.precedence, t.code;
