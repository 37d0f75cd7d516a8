-- The register of urban licences issued or filed, as loaded. A row is one file (radicado). Validity and terms are not stored: they
-- follow from the dates by regimes that are configuration.
-- Locks: none on tables that hold data.

CREATE TABLE lindero.licence (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality       text NOT NULL,
    dataset            text NOT NULL,
    number             text COLLATE "C" NOT NULL CHECK (number <> ''),
    class              text NOT NULL CHECK (class IN ('urbanizacion', 'parcelacion', 'subdivision', 'construccion',
                                                      'intervencion_espacio_publico')),
    modalities         text[] NOT NULL,
    status             text NOT NULL CHECK (status IN ('presentada', 'radicada', 'en_revision', 'con_acta_de_observaciones',
                                                       'en_viabilidad', 'concedida', 'negada', 'desistida', 'notificada', 'en_firme')),
    filed_on           date NOT NULL,
    observed_on        date,
    answered_on        date,
    decided_on         date,
    notified_on        date,
    final_on           date,
    extension_final_on date,
    act                text,
    parcels            text[] NOT NULL,
    area_m2            double precision CHECK (area_m2 >= 0),
    dwellings          integer CHECK (dwellings >= 0),
    floors             integer CHECK (floors >= 0),
    use                text,
    geom               geometry(Geometry, ${srid}) CHECK (NOT ST_IsEmpty(geom)),
    geom_4326          geometry(Geometry, 4326),
    geom_3857          geometry(Geometry, 3857),
    valid              daterange NOT NULL CHECK (NOT isempty(valid)),
    content_hash       uuid NOT NULL,
    pub_from           bigint NOT NULL,
    pub_to             bigint CHECK (pub_to > pub_from),
    CHECK (answered_on >= observed_on),
    CHECK (notified_on >= decided_on),
    CHECK (final_on >= decided_on)
);
CREATE UNIQUE INDEX licence_current ON lindero.licence (municipality, number) WHERE pub_to IS NULL AND upper_inf(valid);
CREATE INDEX licence_number ON lindero.licence (municipality, number);
CREATE INDEX licence_parcels ON lindero.licence USING gin (parcels);
CREATE INDEX licence_geom ON lindero.licence USING gist (geom);
CREATE INDEX licence_geom_4326 ON lindero.licence USING gist (geom_4326);
CREATE INDEX licence_geom_3857 ON lindero.licence USING gist (geom_3857);
COMMENT ON TABLE lindero.licence IS 'Urban licences filed or issued, one row a file number. Decreto 1077 de 2015, Libro 2, Parte 2, Título 6.';
COMMENT ON COLUMN lindero.licence.id IS 'Identifier of the row; a changed licence is a new row.';
COMMENT ON COLUMN lindero.licence.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.licence.dataset IS 'Name of the dataset that holds it.';
COMMENT ON COLUMN lindero.licence.number IS 'File number (radicado), DANE-0-AA-CCCC; unique in the municipality.';
COMMENT ON COLUMN lindero.licence.class IS 'Class of licence, art. 2.2.6.1.1.2.';
COMMENT ON COLUMN lindero.licence.modalities IS 'Modalities in alphabetical order; empty where the file names none.';
COMMENT ON COLUMN lindero.licence.status IS 'Where the file stands.';
COMMENT ON COLUMN lindero.licence.filed_on IS 'Day of filing in legal and due form: fixes the norm and the regime of validity.';
COMMENT ON COLUMN lindero.licence.observed_on IS 'Day on which the record of observations was notified; the decision term is suspended.';
COMMENT ON COLUMN lindero.licence.answered_on IS 'Day on which the observations were answered.';
COMMENT ON COLUMN lindero.licence.decided_on IS 'Day of the act that decides.';
COMMENT ON COLUMN lindero.licence.notified_on IS 'Day on which the act was notified.';
COMMENT ON COLUMN lindero.licence.final_on IS 'Day on which the act became final (firmeza); validity counts from it.';
COMMENT ON COLUMN lindero.licence.extension_final_on IS 'Day on which the act of extension became final; null where there is none.';
COMMENT ON COLUMN lindero.licence.act IS 'Administrative act that decides.';
COMMENT ON COLUMN lindero.licence.parcels IS 'Parcel numbers as the file says, in order; they may be unknown to the cadastre.';
COMMENT ON COLUMN lindero.licence.area_m2 IS 'Area licensed, m2.';
COMMENT ON COLUMN lindero.licence.dwellings IS 'Dwellings licensed.';
COMMENT ON COLUMN lindero.licence.floors IS 'Floors licensed.';
COMMENT ON COLUMN lindero.licence.use IS 'Use licensed, as the file says.';
COMMENT ON COLUMN lindero.licence.geom IS 'Ground of the licence where the file draws it, storage CRS; null where it names parcels alone.';
COMMENT ON COLUMN lindero.licence.geom_4326 IS 'Copy of the geometry, x = longitude, y = latitude; derived.';
COMMENT ON COLUMN lindero.licence.geom_3857 IS 'Copy of the geometry for web maps, metres of EPSG:3857; derived.';
COMMENT ON COLUMN lindero.licence.valid IS 'Legal days on which the row holds; not the validity of the licence.';
COMMENT ON COLUMN lindero.licence.content_hash IS 'Digest of all columns that a load brings; equal means unchanged.';
COMMENT ON COLUMN lindero.licence.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.licence.pub_to IS 'Publication that took the row away; null while current.';

CREATE FUNCTION lindero.copy_licence_geometry() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.geom_4326 := ST_Transform(NEW.geom, 4326);
    NEW.geom_3857 := lindero.web_copy(NEW.geom_4326);
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION lindero.copy_licence_geometry() IS 'Fills the copies of a licence''s geometry.';
CREATE TRIGGER copy_licence_geometry BEFORE INSERT ON lindero.licence
    FOR EACH ROW WHEN (NEW.geom IS NOT NULL) EXECUTE FUNCTION lindero.copy_licence_geometry();
