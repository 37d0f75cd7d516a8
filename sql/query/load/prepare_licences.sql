-- Licences, typed, with digest, exact repetitions dropped: table "row". Parameters: none. Result: none.
CREATE UNLOGGED TABLE row AS
WITH
classed AS (SELECT r.*, lindero.licence_classes(r.class) AS classes FROM record r),
clean AS (
    SELECT r.fid, r.number, r.classes[1] AS class, r.classes[2:] AS other_classes,
           ARRAY(SELECT DISTINCT lindero.licence_modality(c.class, w.word)
                 FROM unnest(lindero.words_of(r.modalities)) AS w (word)
                 CROSS JOIN unnest(r.classes) AS c (class)
                 WHERE lindero.licence_modality(c.class, w.word) IS NOT NULL ORDER BY 1) AS modalities,
           lindero.licence_status(r.status) AS status, lindero.day_from(r.filed_on) AS filed_on,
           lindero.day_from(r.observed_on) AS observed_on, lindero.day_from(r.answered_on) AS answered_on,
           lindero.day_from(r.decided_on) AS decided_on, lindero.day_from(r.notified_on) AS notified_on,
           lindero.day_from(r.final_on) AS final_on, lindero.day_from(r.extension_final_on) AS extension_final_on, r.act,
           ARRAY(SELECT DISTINCT regexp_replace(w.word, '[\s.\-]', '', 'g') FROM unnest(lindero.words_of(r.parcels)) AS w (word) ORDER BY 1) AS parcels,
           lindero.number_from(r.area_m2) AS area_m2, lindero.number_from(r.dwellings)::integer AS dwellings,
           lindero.number_from(r.floors)::integer AS floors, r.use, r.geom
    FROM classed r
    WHERE NOT EXISTS (SELECT FROM finding f WHERE f.fid = r.fid AND f.level = 'ERROR')
)
SELECT h.*
FROM (
    SELECT g.*, row_number() OVER (PARTITION BY g.content_hash ORDER BY g.fid) AS repetition
    FROM (
        SELECT c.*,
               md5(ROW(c.number, c.class, c.other_classes, c.modalities, c.status, c.filed_on, c.observed_on, c.answered_on, c.decided_on,
                       c.notified_on, c.final_on, c.extension_final_on, c.act, c.parcels, c.area_m2, c.dwellings, c.floors, c.use,
                       md5(ST_AsBinary(c.geom)))::text)::uuid AS content_hash
        FROM clean c
    ) g
) h
WHERE h.repetition = 1;
