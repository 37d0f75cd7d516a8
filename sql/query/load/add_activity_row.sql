-- Adds a row of economic activities. Parameters: the columns; areas as numeric or null. Result: none.
INSERT INTO row (fid, part, ciiu, category, area_min_m2, area_max_m2, note)
VALUES (:fid, :part, :ciiu, :category, CAST(:areaMinM2 AS numeric), CAST(:areaMaxM2 AS numeric), :note);
