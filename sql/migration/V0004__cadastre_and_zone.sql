-- The cadastre, territories and zones. Parcels and zones are guarded by partial unique indexes and by one set check in
-- the publishing transaction instead of exclusion constraints, which were measured to triple the load of 100,000 rows.

CREATE TABLE lindero.parcel (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality       text NOT NULL,
    dataset            text NOT NULL,
    number             text COLLATE "C" NOT NULL,
    previous_number    text COLLATE "C",
    nupre              text COLLATE "C",
    folio              text COLLATE "C",
    address            text,
    registered_area_m2 double precision CHECK (registered_area_m2 >= 0),
    destination        text,
    condition          text,
    geom               geometry(MultiPolygon, ${srid}),
    planar_m2          double precision,
    ellipsoid_m2       double precision,
    valid              daterange NOT NULL CHECK (NOT isempty(valid)),
    content_hash       uuid NOT NULL,
    pub_from           bigint NOT NULL,
    pub_to             bigint CHECK (pub_to > pub_from),
    CHECK (NOT ST_IsEmpty(geom)),
    CHECK ((geom IS NULL) = (planar_m2 IS NULL))
);
CREATE UNIQUE INDEX parcel_current ON lindero.parcel (number, municipality)
    WHERE pub_to IS NULL AND upper_inf(valid);
CREATE INDEX parcel_number ON lindero.parcel (number);
CREATE INDEX parcel_previous_number ON lindero.parcel (previous_number) WHERE previous_number IS NOT NULL;
CREATE INDEX parcel_nupre ON lindero.parcel (nupre) WHERE nupre IS NOT NULL;
CREATE INDEX parcel_folio ON lindero.parcel (folio) WHERE folio IS NOT NULL;
CREATE INDEX parcel_geom ON lindero.parcel USING gist (geom);
COMMENT ON TABLE lindero.parcel IS 'Parcels of the cadastre (predio with its terreno). Units of horizontal property have no plot of their own and no geometry.';
COMMENT ON COLUMN lindero.parcel.id IS 'Identifier of the row; a changed parcel is a new row.';
COMMENT ON COLUMN lindero.parcel.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.parcel.dataset IS 'Name of the dataset that holds it.';
COMMENT ON COLUMN lindero.parcel.number IS 'Número predial nacional, 30 digits, or a free text where the database was set up so.';
COMMENT ON COLUMN lindero.parcel.previous_number IS 'Número predial anterior, 20 digits.';
COMMENT ON COLUMN lindero.parcel.nupre IS 'NUPRE, 11 letters and digits.';
COMMENT ON COLUMN lindero.parcel.folio IS 'Folio de matrícula inmobiliaria, circle-number.';
COMMENT ON COLUMN lindero.parcel.address IS 'Address as the cadastre writes it.';
COMMENT ON COLUMN lindero.parcel.registered_area_m2 IS 'Alphanumeric area of the cadastre, m2; may differ from the drawn one.';
COMMENT ON COLUMN lindero.parcel.destination IS 'Destinación económica: a fiscal attribute, not a permitted use.';
COMMENT ON COLUMN lindero.parcel.condition IS 'Condición de propiedad: position 22 of the number.';
COMMENT ON COLUMN lindero.parcel.geom IS 'Drawn plot, union of all polygons of the number; storage CRS, x = easting, y = northing.';
COMMENT ON COLUMN lindero.parcel.planar_m2 IS 'Planar area in the storage CRS, m2, unrounded.';
COMMENT ON COLUMN lindero.parcel.ellipsoid_m2 IS 'Area on the ellipsoid, m2, unrounded.';
COMMENT ON COLUMN lindero.parcel.valid IS 'Legal days on which the row holds; open for an ordinary load.';
COMMENT ON COLUMN lindero.parcel.content_hash IS 'Digest of all columns that a load brings; equal means unchanged.';
COMMENT ON COLUMN lindero.parcel.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.parcel.pub_to IS 'Publication that took the row away; null while current.';

CREATE TABLE lindero.building (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality  text NOT NULL,
    dataset       text NOT NULL,
    number        text COLLATE "C" NOT NULL,
    parcel        text COLLATE "C",
    floors        integer CHECK (floors BETWEEN 0 AND 300),
    built_area_m2 double precision CHECK (built_area_m2 >= 0),
    use           text,
    year          integer,
    geom          geometry(MultiPolygon, ${srid}) CHECK (NOT ST_IsEmpty(geom)),
    planar_m2     double precision,
    valid         daterange NOT NULL CHECK (NOT isempty(valid)),
    content_hash  uuid NOT NULL,
    pub_from      bigint NOT NULL,
    pub_to        bigint CHECK (pub_to > pub_from)
);
CREATE INDEX building_number ON lindero.building (number);
CREATE INDEX building_parcel ON lindero.building (parcel) WHERE parcel IS NOT NULL;
CREATE INDEX building_geom ON lindero.building USING gist (geom);
COMMENT ON TABLE lindero.building IS 'Buildings of the cadastre (construcciones).';
COMMENT ON COLUMN lindero.building.id IS 'Identifier of the row.';
COMMENT ON COLUMN lindero.building.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.building.dataset IS 'Name of the dataset that holds it.';
COMMENT ON COLUMN lindero.building.number IS 'Identifier of the building in its file.';
COMMENT ON COLUMN lindero.building.parcel IS 'Number of the parcel it stands on, as the file says.';
COMMENT ON COLUMN lindero.building.floors IS 'Floors above ground.';
COMMENT ON COLUMN lindero.building.built_area_m2 IS 'Built area as the file says, m2.';
COMMENT ON COLUMN lindero.building.use IS 'Use as the file says.';
COMMENT ON COLUMN lindero.building.year IS 'Year of construction.';
COMMENT ON COLUMN lindero.building.geom IS 'Footprint; storage CRS.';
COMMENT ON COLUMN lindero.building.planar_m2 IS 'Planar area of the footprint, m2.';
COMMENT ON COLUMN lindero.building.valid IS 'Legal days on which the row holds.';
COMMENT ON COLUMN lindero.building.content_hash IS 'Digest of all columns that a load brings.';
COMMENT ON COLUMN lindero.building.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.building.pub_to IS 'Publication that took the row away; null while current.';

CREATE TABLE lindero.territory (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality text NOT NULL,
    dataset      text NOT NULL,
    code         text COLLATE "C" NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('municipio', 'cabecera', 'corregimiento', 'centro_poblado', 'vereda',
                                               'barrio', 'manzana')),
    name         text,
    parent       text,
    population   bigint CHECK (population >= 0),
    geom         geometry(MultiPolygon, ${srid}) CHECK (NOT ST_IsEmpty(geom)),
    planar_m2    double precision,
    valid        daterange NOT NULL CHECK (NOT isempty(valid)),
    content_hash uuid NOT NULL,
    pub_from     bigint NOT NULL,
    pub_to       bigint CHECK (pub_to > pub_from)
);
CREATE UNIQUE INDEX territory_current ON lindero.territory (municipality, kind, code)
    WHERE pub_to IS NULL AND upper_inf(valid);
CREATE INDEX territory_geom ON lindero.territory USING gist (geom);
COMMENT ON TABLE lindero.territory IS 'Municipal limit and the divisions inside it. The limit serves checks only.';
COMMENT ON COLUMN lindero.territory.id IS 'Identifier of the row.';
COMMENT ON COLUMN lindero.territory.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.territory.dataset IS 'Name of the dataset that holds it.';
COMMENT ON COLUMN lindero.territory.code IS 'Code of the division, unique in its kind.';
COMMENT ON COLUMN lindero.territory.kind IS 'Kind of division.';
COMMENT ON COLUMN lindero.territory.name IS 'Name.';
COMMENT ON COLUMN lindero.territory.parent IS 'Code of the division it lies in.';
COMMENT ON COLUMN lindero.territory.population IS 'Inhabitants as the file says.';
COMMENT ON COLUMN lindero.territory.geom IS 'Ground of the division; storage CRS.';
COMMENT ON COLUMN lindero.territory.planar_m2 IS 'Planar area, m2.';
COMMENT ON COLUMN lindero.territory.valid IS 'Legal days on which the row holds.';
COMMENT ON COLUMN lindero.territory.content_hash IS 'Digest of all columns that a load brings.';
COMMENT ON COLUMN lindero.territory.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.territory.pub_to IS 'Publication that took the row away; null while current.';

CREATE TABLE lindero.layer (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality text NOT NULL,
    plan         text NOT NULL,
    theme        text NOT NULL,
    UNIQUE (municipality, theme, plan)
);
COMMENT ON TABLE lindero.layer IS 'Numbers for the themes of plans: a spatial index led by an integer is probed four times faster than one led by text.';
COMMENT ON COLUMN lindero.layer.id IS 'Number that the zones of the theme carry.';
COMMENT ON COLUMN lindero.layer.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.layer.plan IS 'Code of the plan.';
COMMENT ON COLUMN lindero.layer.theme IS 'Code of the theme.';

CREATE TABLE lindero.zone (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    layer        integer NOT NULL REFERENCES lindero.layer,
    municipality text NOT NULL,
    plan         text NOT NULL,
    theme        text NOT NULL,
    dataset      text NOT NULL,
    code         text COLLATE "C" NOT NULL,
    label        text,
    applies_to   text,
    act          text,
    article      text,
    source_text  text,
    url          text,
    attributes   jsonb NOT NULL,
    geom         geometry(Geometry, ${srid}) CHECK (NOT ST_IsEmpty(geom)),
    valid        daterange NOT NULL CHECK (NOT isempty(valid)),
    content_hash uuid NOT NULL,
    pub_from     bigint NOT NULL,
    pub_to       bigint CHECK (pub_to > pub_from),
    CHECK ((geom IS NULL) <> (applies_to IS NULL))
);
CREATE UNIQUE INDEX zone_current ON lindero.zone (municipality, plan, theme, dataset, content_hash)
    WHERE pub_to IS NULL AND upper_inf(valid);
CREATE INDEX zone_layer_geom ON lindero.zone USING gist (layer, geom);
CREATE INDEX zone_statement ON lindero.zone (municipality, theme) WHERE geom IS NULL;
COMMENT ON TABLE lindero.zone IS 'Zones of the themes of plans: polygons, lines, points, or statements without geometry.';
COMMENT ON COLUMN lindero.zone.id IS 'Identifier of the row.';
COMMENT ON COLUMN lindero.zone.layer IS 'Number of its municipality, plan and theme.';
COMMENT ON COLUMN lindero.zone.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.zone.plan IS 'Code of the plan that states it.';
COMMENT ON COLUMN lindero.zone.theme IS 'Code of the theme.';
COMMENT ON COLUMN lindero.zone.dataset IS 'Name of the dataset that holds it.';
COMMENT ON COLUMN lindero.zone.code IS 'Code of the zone; several rows may share it and are measured as one.';
COMMENT ON COLUMN lindero.zone.label IS 'Name for people.';
COMMENT ON COLUMN lindero.zone.applies_to IS 'For a statement without geometry: municipality, or a land-class code in lower case.';
COMMENT ON COLUMN lindero.zone.act IS 'Administrative act that states the zone.';
COMMENT ON COLUMN lindero.zone.article IS 'Article of the act.';
COMMENT ON COLUMN lindero.zone.source_text IS 'Wording of the article.';
COMMENT ON COLUMN lindero.zone.url IS 'Address of the act.';
COMMENT ON COLUMN lindero.zone.attributes IS 'All other non-personal columns of the file.';
COMMENT ON COLUMN lindero.zone.geom IS 'Ground, line or point; storage CRS, two-dimensional, valid.';
COMMENT ON COLUMN lindero.zone.valid IS 'Legal days on which the row holds, within those of its plan.';
COMMENT ON COLUMN lindero.zone.content_hash IS 'Digest of all columns that a load brings.';
COMMENT ON COLUMN lindero.zone.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.zone.pub_to IS 'Publication that took the row away; null while current.';
