-- Rows of a dataset that hold for bounded days: history that a load for all time would replace.
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
          AND t.dataset = :dataset AND t.pub_to IS NULL AND t.valid <> '(,)'::daterange);
