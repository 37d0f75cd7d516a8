-- What an order of importance is made of, for the projects of some stages. Parameters: municipality (text), stages (text[]),
-- chain (text[], plan in force and those it inherits from), onDay (date), at (bigint).
-- Result: code, name, stage (text), planned, committed (pesos), people_served (bigint), viabilities (integer, of five, given), maturity
-- (integer, 1 to 6), parcels_served (bigint, plots that its areas of influence, else its works, meet), buildings_in_hazard (bigint,
-- buildings there that stand in high hazard). Null where the input is missing: nothing is stated, there is no place, no parcels,
-- buildings or hazards are loaded.
-- Relies on parcel_geom, building_geom, zone_piece_layer_geom, project_place_parcel.
WITH
ranked AS MATERIALIZED (
    SELECT p.id, p.code, p.name, p.stage, p.planned, p.committed, p.people_served,
           (SELECT count(*) FROM jsonb_each(p.viability) v
            WHERE lindero.folded_value(v.value ->> 'given') IN ('si', 'viable', 'true', '1', 'x', 'yes'))::integer AS viabilities
    FROM lindero.project p
    WHERE p.municipality = :municipality AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, :at)
      AND p.stage = ANY (:stages)
),
ground AS MATERIALIZED (
    SELECT g.project_id, ST_Union(g.geom ORDER BY g.place) AS geom
    FROM (SELECT l.project_id, l.place, l.kind, coalesce(l.geom, c.geom, t.geom) AS geom,
                 bool_or(l.kind = 'influencia') OVER (PARTITION BY l.project_id) AS influence
          FROM ranked r
          JOIN lindero.project_place l ON l.project_id = r.id
          LEFT JOIN lindero.parcel c ON c.number = l.parcel AND c.municipality = :municipality AND c.valid @> CAST(:onDay AS date)
              AND lindero.held(c.pub_from, c.pub_to, :at)
          LEFT JOIN lindero.territory t ON t.municipality = :municipality AND t.kind = l.territory_kind AND t.code = l.territory
              AND t.valid @> CAST(:onDay AS date) AND lindero.held(t.pub_from, t.pub_to, :at)) g
    WHERE g.geom IS NOT NULL AND (g.kind = 'influencia' OR NOT g.influence)
    GROUP BY g.project_id
),
hazard AS MATERIALIZED (
    SELECT g.geom
    FROM lindero.layer l
    JOIN lindero.zone z ON z.layer = l.id AND z.valid @> CAST(:onDay AS date) AND lindero.held(z.pub_from, z.pub_to, :at)
    JOIN lindero.zone_piece g ON g.zone_id = z.id
    WHERE l.municipality = :municipality AND l.plan = ANY (:chain) AND lindero.is_high_hazard(z.theme, z.code, z.label)
),
loaded AS MATERIALIZED (
    SELECT bool_or(d.kind = 'parcels') AS parcels, bool_or(d.kind = 'buildings') AS buildings,
           bool_or(d.kind = 'zones' AND d.theme LIKE 'hazard-%' AND d.plan = ANY (:chain)) AS hazards
    FROM lindero.dataset d
    WHERE d.municipality = :municipality AND lindero.held(d.pub_from, d.pub_to, :at)
)
SELECT r.code, r.name, r.stage, r.planned, r.committed, r.people_served,
       r.viabilities,
       lindero.stage_order(r.stage) AS maturity,
       CASE WHEN g.geom IS NOT NULL AND d.parcels
            THEN (SELECT count(*) FROM lindero.parcel c
                  WHERE c.municipality = :municipality AND c.geom && g.geom AND ST_Intersects(c.geom, g.geom)
                    AND c.valid @> CAST(:onDay AS date) AND lindero.held(c.pub_from, c.pub_to, :at)) END AS parcels_served,
       CASE WHEN g.geom IS NOT NULL AND d.buildings AND d.hazards
            THEN (SELECT count(*) FROM lindero.building b
                  WHERE b.municipality = :municipality AND b.geom && g.geom AND ST_Intersects(b.geom, g.geom)
                    AND b.valid @> CAST(:onDay AS date) AND lindero.held(b.pub_from, b.pub_to, :at)
                    AND EXISTS (SELECT FROM hazard h WHERE h.geom && b.geom AND ST_Intersects(h.geom, b.geom))) END AS buildings_in_hazard
FROM ranked r
CROSS JOIN loaded d
LEFT JOIN ground g ON g.project_id = r.id
ORDER BY r.code;
