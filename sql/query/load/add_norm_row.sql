-- Adds a row of norms. Parameters: the columns; numbers as numeric or null, days as ISO texts or null. Result: none.
INSERT INTO row (fid, part, scope_theme, scope_zone, scope2_theme, scope2_zone, quantity, operator, value, unit, per_amount,
                 per_unit, base, condition, act, article, source_text, url, valid)
VALUES (:fid, :part, :scopeTheme, :scopeZone, :scope2Theme, :scope2Zone, :quantity, :operator, CAST(:value AS numeric), :unit,
        CAST(:perAmount AS numeric), :perUnit, :base, :condition, :act, :article, :sourceText, :url,
        daterange(CAST(:validFrom AS date), CAST(:validTo AS date)));
