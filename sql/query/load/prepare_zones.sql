-- Zones, typed, with digest, exact repetitions dropped: table "row". Parameters: none. Result: none.
CREATE UNLOGGED TABLE row AS
WITH clean AS (
    SELECT r.fid, r.code, r.label,
           CASE WHEN r.geom IS NOT NULL THEN NULL
                WHEN lower(r.applies_to) IN ('municipality', 'municipio') THEN 'municipality'
                ELSE lower(r.applies_to) END AS applies_to,
           r.act, r.article, r.text AS source_text, r.url,
           r.attributes || jsonb_strip_nulls(
               jsonb_build_object('level', r.level, 'study', r.study, 'mitigable', r.mitigable)) AS attributes,
           CASE ST_Dimension(r.geom) WHEN 2 THEN ST_Multi(r.geom) ELSE r.geom END AS geom
    FROM record r
    WHERE NOT EXISTS (SELECT FROM finding f WHERE f.fid = r.fid AND f.level = 'ERROR')
)
SELECT h.*, row_number() OVER (PARTITION BY h.content_hash ORDER BY h.fid) AS repetition
FROM (
    SELECT c.*,
           md5(ROW(c.code, c.label, c.applies_to, c.act, c.article, c.source_text, c.url, c.attributes,
                   md5(ST_AsBinary(c.geom)))::text)::uuid AS content_hash
    FROM clean c
) h;
