-- One row for each project, typed, with its amounts, contracts and places gathered from its records: table "row".
-- Parameters: none. Result: none. Relies on project_line and on record (geometry).
-- A project of which one record is faulty is faulty whole: a part of its amounts would be a wrong amount.
INSERT INTO finding (level, code, fid, key, detail)
SELECT 'ERROR', 'project-incomplete', l.fid, l.code, jsonb_build_object('record', min(b.fid))
FROM project_line l
JOIN project_line b ON b.code = l.code
WHERE EXISTS (SELECT FROM finding f WHERE f.fid = b.fid AND f.level = 'ERROR')
  AND NOT EXISTS (SELECT FROM finding f WHERE f.fid = l.fid AND f.level = 'ERROR')
GROUP BY l.fid, l.code;
-- a table and not a part of the query: its groups are joined to each other, and the planner must know how many there are
CREATE UNLOGGED TABLE sound AS
SELECT l.*, r.geom
FROM project_line l
JOIN record r ON r.fid = l.fid
WHERE l.code IS NOT NULL AND NOT EXISTS (SELECT FROM finding f WHERE f.fid = l.fid AND f.level = 'ERROR');
ANALYZE sound;
CREATE UNLOGGED TABLE row AS
WITH
-- a line that comes again with every place of the project is one line
line AS (
    SELECT s.code, s.year::integer AS year, s.source, s.work, s.initial, s.additions, s.final, s.committed, s.obliged, s.paid,
           s.physical_percent
    FROM sound s
    WHERE num_nonnulls(s.year, s.source, s.initial, s.additions, s.final, s.committed, s.obliged, s.paid, s.physical_percent) > 0
    GROUP BY s.code, s.year, s.source, s.work, s.initial, s.additions, s.final, s.committed, s.obliged, s.paid, s.physical_percent
),
budget AS (
    SELECT b.code,
           jsonb_agg(jsonb_build_object('year', b.year, 'source', b.source, 'work', b.work, 'initial', b.initial,
                                        'additions', b.additions, 'final', b.final, 'committed', b.committed,
                                        'obliged', b.obliged, 'paid', b.paid, 'physicalPercent', b.physical_percent)
                     ORDER BY b.year NULLS LAST, b.source NULLS LAST, b.work NULLS LAST, b.final, b.initial, b.paid) AS lines,
           sum(b.final) AS planned, sum(b.committed) AS committed, sum(b.obliged) AS obliged, sum(b.paid) AS paid,
           CASE WHEN count(DISTINCT b.physical_percent) = 1 THEN round(min(b.physical_percent), 2) END AS physical_percent
    FROM line b
    GROUP BY b.code
),
contract AS (
    SELECT k.code,
           jsonb_agg(jsonb_build_object('number', k.contract, 'url', k.contract_url, 'value', k.contract_value,
                                        'startOn', k.contract_start_on, 'endOn', k.contract_end_on)
                     ORDER BY k.contract, k.contract_url, k.contract_value, k.contract_start_on) AS contracts
    FROM (SELECT DISTINCT s.code, s.contract, s.contract_url, s.contract_value, s.contract_start_on, s.contract_end_on
          FROM sound s
          WHERE s.contract IS NOT NULL OR s.contract_url IS NOT NULL OR s.contract_value IS NOT NULL) k
    GROUP BY k.code
),
place AS (
    SELECT p.code, p.work, p.place_kind, p.place_precision, p.parcel, p.territory_kind, p.territory, p.geom
    FROM (SELECT s.code, s.work, s.place_kind, s.place_precision, x.parcel, x.territory_kind, x.territory,
                 CASE ST_Dimension(x.geom) WHEN 2 THEN ST_Multi(x.geom) ELSE x.geom END AS geom, s.fid
          FROM sound s
          CROSS JOIN LATERAL (
              SELECT NULL::text AS parcel, NULL::text AS territory_kind, NULL::text AS territory, s.geom WHERE s.geom IS NOT NULL
              UNION ALL
              SELECT s.parcel, NULL, NULL, NULL WHERE s.parcel IS NOT NULL
              UNION ALL
              SELECT NULL, s.territory_kind, s.territory, NULL WHERE s.territory IS NOT NULL) x) p
    GROUP BY p.code, p.work, p.place_kind, p.place_precision, p.parcel, p.territory_kind, p.territory, p.geom
),
places AS (
    SELECT p.code,
           jsonb_agg(jsonb_build_object('work', p.work, 'kind', p.place_kind, 'precision', p.place_precision, 'parcel', p.parcel,
                                        'territoryKind', p.territory_kind, 'territory', p.territory,
                                        'geom', encode(ST_AsEWKB(p.geom), 'hex'))
                     ORDER BY p.place_kind DESC, p.work, p.parcel, p.territory_kind, p.territory, ST_AsBinary(p.geom)) AS places,
           ST_CollectionHomogenize(ST_Collect(p.geom ORDER BY p.place_kind DESC, ST_AsBinary(p.geom))) AS geom
    FROM place p
    GROUP BY p.code
),
-- what is said of the project itself is the same wherever it is said; records that differ are told as a contradiction
said AS (
    SELECT s.code, min(s.fid) AS fid, array_agg(s.fid ORDER BY s.fid) AS fids, min(s.bpin) AS bpin, min(s.name) AS name,
           min(s.purpose) AS purpose, min(s.axis) AS axis, min(s.programme) AS programme, min(s.product) AS product,
           min(s.indicator) AS indicator, min(s.office) AS office, min(s.stage) AS stage, min(s.start_on) AS start_on,
           max(s.end_on) AS end_on, min(s.people_served) AS people_served, min(s.land_classes) AS land_classes,
           round(min(s.total), 2) AS declared_total,
           coalesce((array_agg(s.viability ORDER BY s.viability = '{}', s.fid))[1], '{}') AS viability
    FROM sound s
    GROUP BY s.code
)
SELECT p.*, md5(ROW(p.code, p.bpin, p.name, p.purpose, p.axis, p.programme, p.product, p.indicator, p.office, p.stage, p.start_on,
                    p.end_on, p.people_served, p.physical_percent, p.land_classes, p.declared_total, p.viability, p.budget,
                    p.contracts, p.places)::text)::uuid AS content_hash
FROM (SELECT s.fid, s.fids, s.code, s.bpin, s.name, s.purpose, s.axis, s.programme, s.product, s.indicator, s.office, s.stage,
             s.start_on, s.end_on, s.people_served, b.physical_percent, s.land_classes, s.declared_total,
             -- a project whose file states a total and no line is worth its total, of no year and no source
             coalesce(round(b.planned, 2), CASE WHEN b.code IS NULL THEN s.declared_total END) AS planned,
             round(b.committed, 2) AS committed, round(b.obliged, 2) AS obliged, round(b.paid, 2) AS paid, s.viability,
             coalesce(b.lines, CASE WHEN s.declared_total IS NOT NULL THEN jsonb_build_array(jsonb_build_object(
                 'year', NULL, 'source', NULL, 'work', NULL, 'initial', NULL, 'additions', NULL, 'final', s.declared_total,
                 'committed', NULL, 'obliged', NULL, 'paid', NULL, 'physicalPercent', NULL)) ELSE '[]' END) AS budget,
             coalesce(k.contracts, '[]') AS contracts, coalesce(g.places, '[]') AS places, g.geom
      FROM said s
      LEFT JOIN budget b ON b.code = s.code
      LEFT JOIN contract k ON k.code = s.code
      LEFT JOIN places g ON g.code = s.code) p;
