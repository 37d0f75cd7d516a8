-- Adds a row of use rules. Parameters: the columns; days as ISO texts or null. Result: none.
INSERT INTO row (fid, part, scope_theme, scope_zone, category, regime, condition, act, article, source_text, url, valid)
VALUES (:fid, :part, :scopeTheme, :scopeZone, :category, :regime, :condition, :act, :article, :sourceText, :url,
        daterange(CAST(:validFrom AS date), CAST(:validTo AS date)));
