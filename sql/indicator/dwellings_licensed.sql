-- Dwellings of granted licences of construction (new building, extension, reconstruction) decided in the year and known on the day.
-- Parameters: municipality (text), chain (text[], unused), onDay (date), firstDay (date: first day of the year), at (bigint).
-- Result: one row: value (dwellings; null where no register of licences is loaded), part (licences that do not state theirs), whole
-- (licences counted).
WITH
register AS (
    SELECT EXISTS (SELECT FROM lindero.dataset d
                   WHERE d.municipality = :municipality AND d.kind = 'licences' AND lindero.held(d.pub_from, d.pub_to, :at)
                     AND cardinality(CAST(:chain AS text[])) > 0) AS loaded
),
granted AS (
    SELECT l.dwellings
    FROM lindero.licence l
    WHERE l.municipality = :municipality AND l.status IN ('concedida', 'notificada', 'en_firme')
      AND 'construccion' = ANY (l.class || l.other_classes) AND l.modalities && ARRAY['obra_nueva', 'ampliacion', 'reconstruccion']
      AND coalesce(l.decided_on, l.notified_on, l.final_on, l.filed_on) BETWEEN CAST(:firstDay AS date) AND CAST(:onDay AS date)
      AND l.valid @> CAST(:onDay AS date) AND lindero.held(l.pub_from, l.pub_to, :at)
)
SELECT CASE WHEN r.loaded THEN coalesce(g.dwellings, 0) END::float8 AS value, g.unknown::float8 AS part, g.licences::float8 AS whole
FROM register r
CROSS JOIN (SELECT sum(i.dwellings) AS dwellings, count(*) FILTER (WHERE i.dwellings IS NULL) AS unknown, count(*) AS licences
            FROM granted i) g;
