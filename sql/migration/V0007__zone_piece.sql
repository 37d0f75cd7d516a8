-- Zones cut into pieces of few vertices, so that a parcel meets the piece beside it and not a river of thousands of
-- vertices. Made with every zone row, whoever adds it; a zone of few vertices, a line or a point is one piece.

CREATE TABLE lindero.zone_piece (
    zone_id bigint NOT NULL,
    layer   integer NOT NULL,
    geom    geometry(Geometry, ${srid}) NOT NULL
);
CREATE INDEX zone_piece_layer_geom ON lindero.zone_piece USING gist (layer, geom);
CREATE INDEX zone_piece_zone ON lindero.zone_piece (zone_id);
COMMENT ON TABLE lindero.zone_piece IS 'Zones cut into pieces of at most 128 vertices; together the pieces of a zone are its geometry.';
COMMENT ON COLUMN lindero.zone_piece.zone_id IS 'Row of the zone.';
COMMENT ON COLUMN lindero.zone_piece.layer IS 'Number of the zone''s municipality, plan and theme.';
COMMENT ON COLUMN lindero.zone_piece.geom IS 'Piece; storage CRS.';

CREATE FUNCTION lindero.cut_new_zones() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO lindero.zone_piece (zone_id, layer, geom)
    SELECT n.id, n.layer, n.geom
    FROM added n
    WHERE n.geom IS NOT NULL AND (ST_Dimension(n.geom) < 2 OR ST_NPoints(n.geom) <= 256);
    INSERT INTO lindero.zone_piece (zone_id, layer, geom)
    SELECT n.id, n.layer, ST_Subdivide(n.geom, 128)
    FROM added n
    WHERE ST_Dimension(n.geom) = 2 AND ST_NPoints(n.geom) > 256;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION lindero.cut_new_zones() IS 'Cuts zones into pieces as they are added.';
CREATE TRIGGER cut_new_zones AFTER INSERT ON lindero.zone
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION lindero.cut_new_zones();

-- zones that are there already
INSERT INTO lindero.zone_piece (zone_id, layer, geom)
SELECT z.id, z.layer,
       CASE WHEN ST_Dimension(z.geom) < 2 OR ST_NPoints(z.geom) <= 256 THEN z.geom ELSE piece.geom END
FROM lindero.zone z
LEFT JOIN LATERAL (SELECT ST_Subdivide(z.geom, 128) AS geom) piece ON ST_Dimension(z.geom) = 2 AND ST_NPoints(z.geom) > 256
WHERE z.geom IS NOT NULL;
