-- Whether the municipality's limit is known.
-- Parameters: municipality (text). Result: one boolean.
SELECT EXISTS (SELECT FROM lindero.territory t
               WHERE t.municipality = :municipality AND t.kind = 'municipio' AND t.pub_to IS NULL);
