-- What map layers are read from: copies of every geometry in the two coordinate systems that maps ask for, so that no request
-- transforms, and identifiers of rows that survive reloads. Triggers and not generated columns: a restored dump would compute
-- a generated column before PostGIS knows again the coordinate system it computes from.
-- Locks: parcel, building, territory and zone are written once over; about 10 s for each 100,000 rows. A load pays 13 us a row for copies and indexes.

-- Copy for web maps, EPSG:3857, x = easting, y = northing. Null in, null out; what lies beyond 85.06 degrees of latitude, where the
-- projection ends, is cut off, and null is left where nothing else is.
CREATE FUNCTION lindero.web_copy(lon_lat geometry) RETURNS geometry
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN ST_YMin(lon_lat) >= -85.06 AND ST_YMax(lon_lat) <= 85.06 THEN ST_Transform(lon_lat, 3857)
        ELSE (SELECT CASE WHEN ST_IsEmpty(cut.geom) THEN NULL WHEN GeometryType(lon_lat) LIKE 'MULTI%'
                          THEN ST_Multi(ST_Transform(ST_CollectionExtract(cut.geom, ST_Dimension(lon_lat) + 1), 3857))
                          ELSE ST_Transform(cut.geom, 3857) END
              FROM (SELECT ST_Intersection(lon_lat, ST_MakeEnvelope(-200, -85.06, 200, 85.06, 4326)) AS geom) AS cut) END;
COMMENT ON FUNCTION lindero.web_copy(geometry) IS
    'Copy in EPSG:3857 of a geometry in EPSG:4326, cut off at 85.06 degrees of latitude; null where nothing is left.';

ALTER TABLE lindero.parcel
    ADD COLUMN geom_4326 geometry(MultiPolygon, 4326),
    ADD COLUMN geom_3857 geometry(MultiPolygon, 3857);
ALTER TABLE lindero.building
    ADD COLUMN key text COLLATE "C",
    ADD COLUMN geom_4326 geometry(MultiPolygon, 4326),
    ADD COLUMN geom_3857 geometry(MultiPolygon, 3857);
ALTER TABLE lindero.territory
    ADD COLUMN geom_4326 geometry(MultiPolygon, 4326),
    ADD COLUMN geom_3857 geometry(MultiPolygon, 3857);
ALTER TABLE lindero.zone
    ADD COLUMN key text COLLATE "C",
    ADD COLUMN geom_4326 geometry(Geometry, 4326),
    ADD COLUMN geom_3857 geometry(Geometry, 3857);
COMMENT ON COLUMN lindero.parcel.geom_4326 IS 'Copy of the geometry, x = longitude, y = latitude; derived.';
COMMENT ON COLUMN lindero.parcel.geom_3857 IS 'Copy of the geometry for web maps, metres of EPSG:3857; derived.';
COMMENT ON COLUMN lindero.building.key IS 'Identifier in map layers: the number, or number~digest where another row has it; derived.';
COMMENT ON COLUMN lindero.building.geom_4326 IS 'Copy of the geometry, x = longitude, y = latitude; derived.';
COMMENT ON COLUMN lindero.building.geom_3857 IS 'Copy of the geometry for web maps, metres of EPSG:3857; derived.';
COMMENT ON COLUMN lindero.territory.geom_4326 IS 'Copy of the geometry, x = longitude, y = latitude; derived.';
COMMENT ON COLUMN lindero.territory.geom_3857 IS 'Copy of the geometry for web maps, metres of EPSG:3857; derived.';
COMMENT ON COLUMN lindero.zone.key IS 'Identifier in its layer: the code, or code~digest where another row has it; derived.';
COMMENT ON COLUMN lindero.zone.geom_4326 IS 'Copy of the geometry, x = longitude, y = latitude; null for a statement; derived.';
COMMENT ON COLUMN lindero.zone.geom_3857 IS 'Copy of the geometry for web maps, metres of EPSG:3857; null for a statement; derived.';

CREATE FUNCTION lindero.copy_geometry() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.geom_4326 := ST_Transform(NEW.geom, 4326);
    NEW.geom_3857 := lindero.web_copy(NEW.geom_4326);
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION lindero.copy_geometry() IS 'Fills the copies of a row''s geometry.';

-- The first row that states a code has it as its key; any other that is held on some of its days gets the code and a digest.
-- A row sees those that its own statement added before it.
CREATE FUNCTION lindero.key_zone() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.key := NEW.code;
    IF EXISTS (SELECT FROM lindero.zone z
               WHERE z.layer = NEW.layer AND z.key = NEW.code AND z.pub_to IS NULL AND z.valid && NEW.valid
                 AND z.id IS DISTINCT FROM NEW.id) THEN
        NEW.key := NEW.code || '~' || left(md5(NEW.dataset || NEW.content_hash), 12);
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION lindero.key_zone() IS 'Gives a zone its identifier in its layer.';
CREATE FUNCTION lindero.key_building() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.key := NEW.number;
    IF EXISTS (SELECT FROM lindero.building b
               WHERE b.municipality = NEW.municipality AND b.key = NEW.number AND b.pub_to IS NULL AND b.valid && NEW.valid
                 AND b.id IS DISTINCT FROM NEW.id) THEN
        NEW.key := NEW.number || '~' || left(md5(NEW.dataset || NEW.content_hash), 12);
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION lindero.key_building() IS 'Gives a building its identifier in its municipality.';

-- triggers run in the order of their names
CREATE TRIGGER copy_geometry BEFORE INSERT OR UPDATE OF geom ON lindero.parcel
    FOR EACH ROW WHEN (NEW.geom IS NOT NULL) EXECUTE FUNCTION lindero.copy_geometry();
CREATE TRIGGER copy_geometry BEFORE INSERT OR UPDATE OF geom ON lindero.building
    FOR EACH ROW WHEN (NEW.geom IS NOT NULL) EXECUTE FUNCTION lindero.copy_geometry();
CREATE TRIGGER copy_geometry BEFORE INSERT OR UPDATE OF geom ON lindero.territory
    FOR EACH ROW WHEN (NEW.geom IS NOT NULL) EXECUTE FUNCTION lindero.copy_geometry();
CREATE TRIGGER copy_geometry BEFORE INSERT OR UPDATE OF geom ON lindero.zone
    FOR EACH ROW WHEN (NEW.geom IS NOT NULL) EXECUTE FUNCTION lindero.copy_geometry();
CREATE TRIGGER key_zone BEFORE INSERT ON lindero.zone FOR EACH ROW EXECUTE FUNCTION lindero.key_zone();
CREATE TRIGGER key_building BEFORE INSERT ON lindero.building FOR EACH ROW EXECUTE FUNCTION lindero.key_building();

-- rows that are there already
UPDATE lindero.parcel SET geom = geom WHERE geom IS NOT NULL;
UPDATE lindero.territory SET geom = geom WHERE geom IS NOT NULL;
WITH ranked AS (
    SELECT b.id, row_number() OVER (PARTITION BY b.municipality, b.number, b.pub_to, b.valid ORDER BY b.id) AS place
    FROM lindero.building b
)
UPDATE lindero.building b
SET geom = b.geom,
    key = CASE WHEN r.place = 1 THEN b.number ELSE b.number || '~' || left(md5(b.dataset || b.content_hash), 12) END
FROM ranked r
WHERE r.id = b.id;
WITH ranked AS (
    SELECT z.id, row_number() OVER (PARTITION BY z.layer, z.code, z.pub_to, z.valid ORDER BY z.id) AS place
    FROM lindero.zone z
)
UPDATE lindero.zone z
SET geom = z.geom,
    key = CASE WHEN r.place = 1 THEN z.code ELSE z.code || '~' || left(md5(z.dataset || z.content_hash), 12) END
FROM ranked r
WHERE r.id = z.id;
ALTER TABLE lindero.building ALTER COLUMN key SET NOT NULL;
ALTER TABLE lindero.zone ALTER COLUMN key SET NOT NULL;

CREATE INDEX parcel_municipality_number ON lindero.parcel (municipality, number);
CREATE INDEX parcel_geom_4326 ON lindero.parcel USING gist (geom_4326);
CREATE INDEX parcel_geom_3857 ON lindero.parcel USING gist (geom_3857);
CREATE INDEX building_municipality_key ON lindero.building (municipality, key);
CREATE INDEX building_geom_4326 ON lindero.building USING gist (geom_4326);
CREATE INDEX building_geom_3857 ON lindero.building USING gist (geom_3857);
CREATE INDEX territory_municipality_kind_code ON lindero.territory (municipality, kind, code);
CREATE INDEX territory_geom_4326 ON lindero.territory USING gist (geom_4326);
CREATE INDEX territory_geom_3857 ON lindero.territory USING gist (geom_3857);
CREATE INDEX zone_layer_key ON lindero.zone (layer, key);
CREATE INDEX zone_layer_geom_4326 ON lindero.zone USING gist (layer, geom_4326);
CREATE INDEX zone_layer_geom_3857 ON lindero.zone USING gist (layer, geom_3857);

-- In which territory a parcel lies, kept for the current state; an answer about another computes it.
CREATE TABLE lindero.parcel_territory (
    parcel_id bigint PRIMARY KEY,
    state     bigint NOT NULL,
    territory text
);
COMMENT ON TABLE lindero.parcel_territory IS 'Cache: the smallest territory in which each parcel lies.';
COMMENT ON COLUMN lindero.parcel_territory.parcel_id IS 'Row of the parcel.';
COMMENT ON COLUMN lindero.parcel_territory.state IS 'Publication that last changed the territories it was found among.';
COMMENT ON COLUMN lindero.parcel_territory.territory IS 'Code of the territory; null where the parcel lies in none.';
