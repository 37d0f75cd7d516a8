-- Territories with a code, or of a kind. Parameters: municipality, code (text or null), kind (text or null), onDay (date), at (bigint).
-- Result: code, kind, name (text), population (bigint, null where unknown).
SELECT t.code, t.kind, t.name, t.population
FROM lindero.territory t
WHERE t.municipality = :municipality AND t.valid @> CAST(:onDay AS date) AND lindero.held(t.pub_from, t.pub_to, :at)
  AND (CAST(:code AS text) IS NULL OR t.code = :code) AND (CAST(:kind AS text) IS NULL OR t.kind = :kind)
ORDER BY t.kind, t.code;
