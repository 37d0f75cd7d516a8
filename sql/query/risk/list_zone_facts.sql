-- What the zones of some themes that lie on a plot state about hazard and risk, by code: their highest level, whether some of them
-- states that it cannot be mitigated, and their studies. Only the zones of which the parts on the plot are made: another zone of the
-- same code, of a plan from which a newer one of the chain has taken the ground over, or beside the plot, says nothing here. Parts
-- are the kept ones where they are those of the day and the publication, else they are measured.
-- Parameters: municipality, parcel (text), chain (text[]), themes (text[]), onDay (date), at (bigint).
-- Result: theme, code, rank (3 Alta .. 0 not stated), ranks (number of different ones), mitigable (boolean, null not stated;
-- false where one states so), study (text, distinct ones joined by ;), detailed (boolean: every zone states a detailed study).
-- Relies on derived_part_parcel, zone_pkey.
WITH
plot AS MATERIALIZED (
    SELECT p.id
    FROM lindero.parcel p
    WHERE p.municipality = :municipality AND p.number = :parcel AND p.geom IS NOT NULL AND p.valid @> CAST(:onDay AS date)
      AND lindero.held(p.pub_from, p.pub_to, :at)
),
kept AS MATERIALIZED (
    SELECT s.theme, d.role, d.zone_code, d.zone_ids
    FROM plot p
    JOIN lindero.derived_part d ON d.parcel_id = p.id
    JOIN lindero.derived_scope s ON s.id = d.scope_id
    WHERE s.municipality = :municipality AND s.plan = (CAST(:chain AS text[]))[1] AND s.theme = ANY (:themes)
      AND s.during @> CAST(:onDay AS date) AND :at = (SELECT max(w.id) FROM lindero.publication w)
),
-- OFFSET 0: no theme is measured before it is known that it is not kept
unkept AS (
    SELECT t.theme
    FROM unnest(CAST(:themes AS text[])) AS t (theme)
    WHERE NOT EXISTS (SELECT FROM kept k WHERE k.theme = t.theme AND k.role = 'summary')
    OFFSET 0
),
part AS (
    SELECT k.theme, k.zone_code, k.zone_ids
    FROM kept k
    WHERE k.role = 'part'
    UNION ALL
    SELECT u.theme, m.zone_code, m.zone_ids
    FROM unkept u
    CROSS JOIN LATERAL lindero.measure_theme(ARRAY(SELECT p.id FROM plot p), :municipality, :chain, u.theme,
                                             CAST(:onDay AS date), :at, false) m
    WHERE m.role = 'part'
),
fact AS (
    SELECT p.theme, p.zone_code AS code, lindero.zone_rank(z.code, z.attributes) AS rank,
           lindero.zone_attribute(z.attributes, '{study,estudio,tipo_estudio}') AS study,
           lindero.zone_mitigable(z.code, z.label, z.attributes) AS mitigable
    FROM part p
    JOIN lindero.zone z ON z.id = ANY (p.zone_ids)
)
SELECT f.theme, f.code, max(f.rank) AS rank, count(DISTINCT f.rank) AS ranks,
       bool_and(f.mitigable) AS mitigable,
       string_agg(DISTINCT f.study, '; ' ORDER BY f.study) AS study,
       bool_and(coalesce(lindero.folded_value(f.study) ~ 'detallad|detailed', false)) AS detailed
FROM fact f
GROUP BY f.theme, f.code
ORDER BY f.theme, f.code;
