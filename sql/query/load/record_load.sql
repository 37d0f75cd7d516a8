-- Records a load. Parameters: the columns. Result: none.
INSERT INTO lindero.load (publication, municipality, kind, plan, theme, dataset, file, file_sha256, profile, valid_from,
                          records, added, closed, unchanged, quarantined, repaired, findings, reverts)
VALUES (:publication, :municipality, :kind, :plan, :theme, :dataset, :file, :fileSha256, :profile,
        CAST(:validFrom AS date), :records, :added, :closed, :unchanged, :quarantined, :repaired,
        CAST(:findings AS jsonb), :reverts);
