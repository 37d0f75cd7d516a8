-- Zones of a theme where a revision speaks for part of the ground, as alias f: those of the plan it revises are cut by its
-- coverage, in every coordinate system. Parameters: layers (int[], those that speak), chain (text[], the answering plan first),
-- municipality, theme (text), onDay (date), at (bigint). Relies on zone_layer_key.
FROM (
    SELECT z.id, z.layer, z.key, z.municipality, z.plan, z.theme, z.dataset, z.code, z.label, z.applies_to, z.act, z.article, z.valid,
           z.attributes,
           cut.geom, CASE WHEN cut.geom IS NOT DISTINCT FROM z.geom THEN z.geom_4326 ELSE lindero.degree_copy(cut.geom) END AS geom_4326,
           CASE WHEN cut.geom IS NOT DISTINCT FROM z.geom THEN z.geom_3857
                ELSE lindero.web_copy(lindero.degree_copy(cut.geom)) END AS geom_3857
    FROM lindero.zone z
    CROSS JOIN LATERAL (
        SELECT ST_Union(d.coverage ORDER BY d.id) AS geom
        FROM lindero.dataset d
        WHERE d.municipality = :municipality AND d.kind = 'zones' AND d.theme = :theme
          AND array_position(:chain, d.plan) < array_position(:chain, z.plan)
          AND lindero.held(d.pub_from, d.pub_to, CAST(:at AS bigint))
    ) taken
    CROSS JOIN LATERAL (
        SELECT CASE WHEN taken.geom IS NULL OR z.geom IS NULL OR NOT ST_Intersects(z.geom, taken.geom) THEN z.geom
                    ELSE ST_CollectionExtract(ST_Difference(z.geom, taken.geom), ST_Dimension(z.geom) + 1) END AS geom
        OFFSET 0
    ) left_over
    CROSS JOIN LATERAL (
        SELECT CASE WHEN GeometryType(z.geom) LIKE 'MULTI%' THEN ST_Multi(left_over.geom) ELSE left_over.geom END AS geom OFFSET 0
    ) cut
    WHERE z.layer = ANY (:layers) AND z.valid @> CAST(:onDay AS date)
      AND lindero.held(z.pub_from, z.pub_to, CAST(:at AS bigint))
      AND (cut.geom IS NULL OR NOT ST_IsEmpty(cut.geom))
) f
WHERE true
