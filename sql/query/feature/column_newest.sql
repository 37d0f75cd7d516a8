-- Expression of a column that tells the newest publication beside each row, so that what is remembered of it is confirmed by the
-- reading itself. Parameters: none. Result: one bigint. Relies on publication_pkey.
(SELECT max(p.id) FROM lindero.publication p)
