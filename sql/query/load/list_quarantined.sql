-- Records that a load kept aside. Parameters: publication (bigint). Result: record, findings, attributes (json text).
SELECT q.record, q.findings::text AS findings, q.attributes::text AS attributes
FROM lindero.quarantined_record q
WHERE q.publication = :publication
ORDER BY q.record::bigint;
