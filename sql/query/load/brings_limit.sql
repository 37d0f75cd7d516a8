-- Whether a load of territories brings the municipality's limit itself. Parameters: none. Result: one boolean.
SELECT EXISTS (SELECT FROM record r WHERE lower(r.kind) = 'municipio');
