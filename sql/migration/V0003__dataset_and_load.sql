-- Datasets (what a load replaces) and the record of loads.

CREATE TABLE lindero.dataset (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality  text NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('parcels', 'buildings', 'territories', 'zones')),
    plan          text NOT NULL DEFAULT '',
    theme         text NOT NULL DEFAULT '',
    name          text NOT NULL,
    coverage_kind text NOT NULL CHECK (coverage_kind IN ('municipality', 'assumed', 'polygon')),
    coverage      geometry(MultiPolygon, ${srid}),
    accuracy_m    double precision CHECK (accuracy_m >= 0),
    scale         text,
    indicative    boolean NOT NULL DEFAULT false,
    source        text,
    source_date   date,
    demonstration boolean NOT NULL DEFAULT false,
    pub_from      bigint NOT NULL,
    pub_to        bigint CHECK (pub_to > pub_from),
    CHECK ((coverage_kind = 'polygon') = (coverage IS NOT NULL)),
    CHECK ((kind = 'zones') = (plan <> '' AND theme <> '')),
    EXCLUDE USING gist (municipality WITH =, kind WITH =, plan WITH =, theme WITH =, name WITH =,
                        int8range(pub_from, pub_to) WITH &&)
);
COMMENT ON TABLE lindero.dataset IS 'Delivered files: the facts that hold for all rows of one, and the unit that a load replaces.';
COMMENT ON COLUMN lindero.dataset.id IS 'Identifier of the row.';
COMMENT ON COLUMN lindero.dataset.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.dataset.kind IS 'What its rows are.';
COMMENT ON COLUMN lindero.dataset.plan IS 'Code of the plan, empty for the cadastre and territories.';
COMMENT ON COLUMN lindero.dataset.theme IS 'Code of the theme, empty for the cadastre and territories.';
COMMENT ON COLUMN lindero.dataset.name IS 'Name given at the load; the layer''s by default.';
COMMENT ON COLUMN lindero.dataset.coverage_kind IS 'municipality: every parcel; polygon: the coverage column; assumed: taken as the municipality because the load did not say.';
COMMENT ON COLUMN lindero.dataset.coverage IS 'Ground that the dataset speaks for; storage CRS.';
COMMENT ON COLUMN lindero.dataset.accuracy_m IS 'Positional accuracy of its boundaries, m; null where not stated.';
COMMENT ON COLUMN lindero.dataset.scale IS 'Scale of the source, such as 1:5000.';
COMMENT ON COLUMN lindero.dataset.indicative IS 'True where the source itself says that it is indicative only.';
COMMENT ON COLUMN lindero.dataset.source IS 'Who made it, and from what.';
COMMENT ON COLUMN lindero.dataset.source_date IS 'Day the source was made.';
COMMENT ON COLUMN lindero.dataset.demonstration IS 'True for synthetic demonstration data.';
COMMENT ON COLUMN lindero.dataset.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.dataset.pub_to IS 'Publication that took the row away; null while current.';

CREATE TABLE lindero.load (
    publication  bigint PRIMARY KEY,
    municipality text NOT NULL,
    kind         text NOT NULL,
    plan         text NOT NULL,
    theme        text NOT NULL,
    dataset      text NOT NULL,
    file         text NOT NULL,
    file_sha256  text NOT NULL,
    profile      text NOT NULL,
    valid_from   date,
    records      bigint NOT NULL,
    added        bigint NOT NULL,
    closed       bigint NOT NULL,
    unchanged    bigint NOT NULL,
    quarantined  bigint NOT NULL,
    repaired     bigint NOT NULL,
    findings     jsonb NOT NULL,
    reverts      bigint
);
COMMENT ON TABLE lindero.load IS 'What each load published, and the findings it was published with.';
COMMENT ON COLUMN lindero.load.publication IS 'Publication of the load; its number is how loads are named.';
COMMENT ON COLUMN lindero.load.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.load.kind IS 'parcels, buildings, territories or zones.';
COMMENT ON COLUMN lindero.load.plan IS 'Code of the plan or empty.';
COMMENT ON COLUMN lindero.load.theme IS 'Code of the theme or empty.';
COMMENT ON COLUMN lindero.load.dataset IS 'Name of the dataset.';
COMMENT ON COLUMN lindero.load.file IS 'Name of the file, without its folder.';
COMMENT ON COLUMN lindero.load.file_sha256 IS 'SHA-256 of the file''s bytes, hexadecimal.';
COMMENT ON COLUMN lindero.load.profile IS 'Mapping that was used: a built-in profile''s name or the mapping file''s.';
COMMENT ON COLUMN lindero.load.valid_from IS 'Legal day given with --valid-from.';
COMMENT ON COLUMN lindero.load.records IS 'Records read.';
COMMENT ON COLUMN lindero.load.added IS 'Rows added.';
COMMENT ON COLUMN lindero.load.closed IS 'Rows closed.';
COMMENT ON COLUMN lindero.load.unchanged IS 'Rows left as they were.';
COMMENT ON COLUMN lindero.load.quarantined IS 'Records kept aside.';
COMMENT ON COLUMN lindero.load.repaired IS 'Records whose geometry was repaired on request.';
COMMENT ON COLUMN lindero.load.findings IS 'Count by level and code.';
COMMENT ON COLUMN lindero.load.reverts IS 'Publication that this one undoes.';

CREATE TABLE lindero.quarantined_record (
    publication bigint NOT NULL,
    record      text NOT NULL,
    findings    jsonb NOT NULL,
    attributes  jsonb NOT NULL,
    geom        geometry,
    PRIMARY KEY (publication, record)
);
COMMENT ON TABLE lindero.quarantined_record IS 'Records that a load kept aside: published nowhere, lost nowhere.';
COMMENT ON COLUMN lindero.quarantined_record.publication IS 'Publication of the load.';
COMMENT ON COLUMN lindero.quarantined_record.record IS 'Position of the record in its file.';
COMMENT ON COLUMN lindero.quarantined_record.findings IS 'Why: list of level, code, message.';
COMMENT ON COLUMN lindero.quarantined_record.attributes IS 'Its non-personal columns as they were read.';
COMMENT ON COLUMN lindero.quarantined_record.geom IS 'Its geometry as it was read, storage CRS; may be invalid.';

CREATE TABLE lindero.repair (
    publication bigint NOT NULL,
    record      text NOT NULL,
    original    geometry NOT NULL,
    repaired    geometry NOT NULL,
    difference_m2 double precision NOT NULL,
    PRIMARY KEY (publication, record)
);
COMMENT ON TABLE lindero.repair IS 'Geometries repaired on request at a load, original kept.';
COMMENT ON COLUMN lindero.repair.publication IS 'Publication of the load.';
COMMENT ON COLUMN lindero.repair.record IS 'Position of the record in its file.';
COMMENT ON COLUMN lindero.repair.original IS 'Geometry as read, invalid, storage CRS.';
COMMENT ON COLUMN lindero.repair.repaired IS 'Geometry as published, storage CRS.';
COMMENT ON COLUMN lindero.repair.difference_m2 IS 'Planar area of the repaired less that of the original, m2.';
