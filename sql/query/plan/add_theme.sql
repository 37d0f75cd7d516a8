-- Adds a row of a theme. Parameters: the columns; coverage as hexadecimal EWKB or null.
INSERT INTO lindero.theme (municipality, plan, code, title, legal_basis, precedence, tiles_ground, protective, ground,
                           min_area_m2, min_width_m, accuracy_m, coverage_kind, coverage, pub_from)
VALUES (:municipality, :plan, :code, :title, :legalBasis, :precedence, :tilesGround, :protective, :ground,
        :minAreaM2, :minWidthM, :accuracyM, :coverageKind, ST_GeomFromEWKB(decode(:coverage, 'hex')), :pub);
