-- What the zones of some themes on a plot state about hazard and risk, by code: their highest level, whether some of them states
-- that it cannot be mitigated, and their studies. Only zones that meet the plot, polygons by more than its boundary, and statements
-- without geometry; not those of a plan from which a newer one of the chain has taken the whole plot over.
-- Parameters: municipality, parcel (text), chain (text[]), themes (text[]), onDay (date), at (bigint).
-- Result: theme, code, rank (3 Alta .. 0 not stated), ranks (number of different ones), mitigable (boolean, null not stated;
-- false where one states so), study (text, distinct ones joined by ;), detailed (boolean: every zone states a detailed study).
WITH plot AS (
    SELECT p.geom
    FROM lindero.parcel p
    WHERE p.municipality = :municipality AND p.number = :parcel AND p.valid @> CAST(:onDay AS date)
      AND lindero.held(p.pub_from, p.pub_to, :at)
),
fact AS (
    SELECT z.theme, z.code, lindero.zone_rank(z.code, z.attributes) AS rank,
           lindero.zone_attribute(z.attributes, '{study,estudio,tipo_estudio}') AS study,
           lindero.zone_mitigable(z.code, z.label, z.attributes) AS mitigable
    FROM lindero.zone z
    WHERE z.municipality = :municipality AND z.theme = ANY (:themes) AND z.plan = ANY (:chain)
      AND z.valid @> CAST(:onDay AS date) AND lindero.held(z.pub_from, z.pub_to, :at)
      AND (z.geom IS NULL OR EXISTS (
          SELECT FROM plot p
          WHERE z.geom && p.geom AND ST_Intersects(z.geom, p.geom)
            AND (ST_Dimension(z.geom) < 2 OR NOT ST_Touches(z.geom, p.geom))))
      AND NOT EXISTS (
          SELECT FROM lindero.dataset d
          JOIN plot p ON d.coverage_kind <> 'polygon' OR ST_Covers(d.coverage, p.geom)
          WHERE d.municipality = z.municipality AND d.kind = 'zones' AND d.theme = z.theme
            AND array_position(CAST(:chain AS text[]), d.plan) < array_position(CAST(:chain AS text[]), z.plan)
            AND lindero.held(d.pub_from, d.pub_to, :at))
)
SELECT f.theme, f.code, max(f.rank) AS rank, count(DISTINCT f.rank) AS ranks,
       bool_and(f.mitigable) AS mitigable,
       string_agg(DISTINCT f.study, '; ' ORDER BY f.study) AS study,
       bool_and(coalesce(lindero.folded_value(f.study) ~ 'detallad|detailed', false)) AS detailed
FROM fact f
GROUP BY f.theme, f.code
ORDER BY f.theme, f.code;
