-- Rows of a dataset that hold for bounded days: history that a load for all time would replace. Of tables whose rows say
-- their days themselves, those that the load does not bring again.
-- Parameters: kind, municipality, plan, theme, dataset (text). Result: bigint.
SELECT (SELECT count(*) FROM lindero.parcel t
        WHERE :kind = 'parcels' AND t.municipality = :municipality AND t.dataset = :dataset AND t.pub_to IS NULL
          AND t.valid <> '(,)'::daterange)
     + (SELECT count(*) FROM lindero.building t
        WHERE :kind = 'buildings' AND t.municipality = :municipality AND t.dataset = :dataset AND t.pub_to IS NULL
          AND t.valid <> '(,)'::daterange)
     + (SELECT count(*) FROM lindero.territory t
        WHERE :kind = 'territories' AND t.municipality = :municipality AND t.dataset = :dataset AND t.pub_to IS NULL
          AND t.valid <> '(,)'::daterange)
     + (SELECT count(*) FROM lindero.project t
        WHERE :kind = 'projects' AND t.municipality = :municipality AND t.dataset = :dataset AND t.pub_to IS NULL
          AND t.valid <> '(,)'::daterange)
     + (SELECT count(*) FROM lindero.licence t
        WHERE :kind = 'licences' AND t.municipality = :municipality AND t.dataset = :dataset AND t.pub_to IS NULL
          AND t.valid <> '(,)'::daterange)
     + (SELECT count(*) FROM lindero.zone t
        WHERE :kind = 'zones' AND t.municipality = :municipality AND t.plan = :plan AND t.theme = :theme
          AND t.dataset = :dataset AND t.pub_to IS NULL AND t.valid <> '(,)'::daterange)
     + (SELECT count(*) FROM lindero.norm t
        WHERE :kind = 'norms' AND t.municipality = :municipality AND t.plan = :plan AND t.dataset = :dataset
          AND t.pub_to IS NULL AND t.valid <> '(,)'::daterange
          AND NOT EXISTS (SELECT FROM row r WHERE r.content_hash = t.content_hash
                          AND to_jsonb(r) ->> 'valid' = t.valid::text))
     + (SELECT count(*) FROM lindero.use_rule t
        WHERE :kind = 'uses' AND t.municipality = :municipality AND t.plan = :plan AND t.dataset = :dataset
          AND t.pub_to IS NULL AND t.valid <> '(,)'::daterange
          AND NOT EXISTS (SELECT FROM row r WHERE r.content_hash = t.content_hash
                          AND to_jsonb(r) ->> 'valid' = t.valid::text))
     + (SELECT count(*) FROM lindero.activity_use t
        WHERE :kind = 'ciiu' AND t.municipality = :municipality AND t.plan = :plan AND t.dataset = :dataset
          AND t.pub_to IS NULL AND t.valid <> '(,)'::daterange
          AND NOT EXISTS (SELECT FROM row r WHERE r.content_hash = t.content_hash
                          AND to_jsonb(r) ->> 'valid' = t.valid::text));
