-- Adds a dataset row. Parameters: facts of the dataset; coverage as hexadecimal EWKB or null. Result: none.
INSERT INTO lindero.dataset (municipality, kind, plan, theme, name, coverage_kind, coverage, accuracy_m, scale, indicative,
                             source, source_date, demonstration, pub_from)
VALUES (:municipality, :kind, :plan, :theme, :name, :coverageKind,
        ST_GeomFromEWKB(decode(:coverage, 'hex')), :accuracyM, :scale, :indicative, :source, CAST(:sourceDate AS date),
        :demonstration, :pub);
