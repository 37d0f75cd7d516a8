-- The bank of investment projects. A row of project carries all that a load said of the project, so that equal rows are one and
-- undoing a load brings everything back; its amounts and places are laid out beside it by a trigger, for sums and spatial probes.
-- Two time axes as in every published table: valid (law) and pub_from/pub_to (what this database held).
-- Locks: none on tables that hold data.

CREATE TABLE lindero.project (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality     text NOT NULL,
    dataset          text NOT NULL,
    code             text COLLATE "C" NOT NULL CHECK (code <> ''),
    bpin             text COLLATE "C",
    name             text,
    purpose          text,
    axis             text,
    programme        text,
    product          text,
    indicator        text,
    office           text,
    stage            text CHECK (stage IN ('formulado', 'viable', 'registrado', 'priorizado', 'en_ejecucion', 'terminado', 'suspendido')),
    start_on         date,
    end_on           date CHECK (end_on >= start_on),
    people_served    bigint CHECK (people_served >= 0),
    physical_percent numeric(5, 2) CHECK (physical_percent BETWEEN 0 AND 100),
    land_classes     text[],
    declared_total   numeric(18, 2) CHECK (declared_total >= 0),
    planned          numeric(18, 2) CHECK (planned >= 0),
    committed        numeric(18, 2) CHECK (committed >= 0),
    obliged          numeric(18, 2) CHECK (obliged >= 0),
    paid             numeric(18, 2) CHECK (paid >= 0),
    viability        jsonb NOT NULL,
    budget           jsonb NOT NULL,
    contracts        jsonb NOT NULL,
    places           jsonb NOT NULL,
    geom             geometry(Geometry, ${srid}) CHECK (NOT ST_IsEmpty(geom)),
    geom_4326        geometry(Geometry, 4326),
    geom_3857        geometry(Geometry, 3857),
    valid            daterange NOT NULL CHECK (NOT isempty(valid)),
    content_hash     uuid NOT NULL,
    pub_from         bigint NOT NULL,
    pub_to           bigint CHECK (pub_to > pub_from)
);
CREATE UNIQUE INDEX project_current ON lindero.project (municipality, code) WHERE pub_to IS NULL AND upper_inf(valid);
CREATE INDEX project_code ON lindero.project (code, municipality);
CREATE INDEX project_bpin ON lindero.project (bpin) WHERE bpin IS NOT NULL;
CREATE INDEX project_geom ON lindero.project USING gist (geom);
CREATE INDEX project_geom_4326 ON lindero.project USING gist (geom_4326);
CREATE INDEX project_geom_3857 ON lindero.project USING gist (geom_3857);
COMMENT ON TABLE lindero.project IS 'Projects of the municipal bank of investment (banco de proyectos), as loaded.';
COMMENT ON COLUMN lindero.project.id IS 'Identifier of the row; a changed project is a new row.';
COMMENT ON COLUMN lindero.project.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.project.dataset IS 'Name of the dataset that holds it.';
COMMENT ON COLUMN lindero.project.code IS 'Key of the project in the municipality''s bank: its internal code, or the BPIN where it has none.';
COMMENT ON COLUMN lindero.project.bpin IS 'Código BPIN, digits as text; null where the file has none.';
COMMENT ON COLUMN lindero.project.name IS 'Name; null where the file does not say it.';
COMMENT ON COLUMN lindero.project.purpose IS 'What it is for.';
COMMENT ON COLUMN lindero.project.axis IS 'Strategic axis of the development plan.';
COMMENT ON COLUMN lindero.project.programme IS 'Programme of the development plan.';
COMMENT ON COLUMN lindero.project.product IS 'Product of the plan or of the national catalogue.';
COMMENT ON COLUMN lindero.project.indicator IS 'Indicator of the product.';
COMMENT ON COLUMN lindero.project.office IS 'Office of the administration that answers for it.';
COMMENT ON COLUMN lindero.project.stage IS 'Where it stands; null where the file does not say it.';
COMMENT ON COLUMN lindero.project.start_on IS 'First day of the project, planned or real as the file says.';
COMMENT ON COLUMN lindero.project.end_on IS 'Last day of the project.';
COMMENT ON COLUMN lindero.project.people_served IS 'Number of people it serves: a count, never names.';
COMMENT ON COLUMN lindero.project.physical_percent IS 'Physical progress, percent; null where unknown or where its works differ.';
COMMENT ON COLUMN lindero.project.land_classes IS 'Land classes on which it may be built, as its file says; null where it does not.';
COMMENT ON COLUMN lindero.project.declared_total IS 'Total that the file states, pesos; planned is what its lines add up to.';
COMMENT ON COLUMN lindero.project.planned IS 'Sum of the final budget of its lines, pesos; null where no line states one.';
COMMENT ON COLUMN lindero.project.committed IS 'Sum of what is committed, pesos; null where no line states it.';
COMMENT ON COLUMN lindero.project.obliged IS 'Sum of what is obliged, pesos; null where no line states it.';
COMMENT ON COLUMN lindero.project.paid IS 'Sum of what is paid, pesos; null where no line states it.';
COMMENT ON COLUMN lindero.project.viability IS 'For each kind of viability that was given: {"given", "by", "on"}.';
COMMENT ON COLUMN lindero.project.budget IS 'Lines of its budget: list of {"year", "source", "work", "initial", "additions", "final", "committed", "obliged", "paid", "physicalPercent"}.';
COMMENT ON COLUMN lindero.project.contracts IS 'List of {"number", "url", "value", "startOn", "endOn"}; contractors are not kept.';
COMMENT ON COLUMN lindero.project.places IS 'Where it is: list of {"work", "kind", "precision", "parcel", "territoryKind", "territory", "geom"}, geom as hexadecimal EWKB.';
COMMENT ON COLUMN lindero.project.geom IS 'All its drawn places together, storage CRS; null where it has none.';
COMMENT ON COLUMN lindero.project.geom_4326 IS 'Copy of the geometry, x = longitude, y = latitude; derived.';
COMMENT ON COLUMN lindero.project.geom_3857 IS 'Copy of the geometry for web maps, metres of EPSG:3857; derived.';
COMMENT ON COLUMN lindero.project.valid IS 'Legal days on which the row holds.';
COMMENT ON COLUMN lindero.project.content_hash IS 'Digest of all columns that a load brings; equal means unchanged.';
COMMENT ON COLUMN lindero.project.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.project.pub_to IS 'Publication that took the row away; null while current.';

CREATE TABLE lindero.project_budget (
    project_id bigint NOT NULL,
    line       integer NOT NULL,
    year       integer CHECK (year BETWEEN 1990 AND 2100),
    source     text,
    planned    numeric(18, 2),
    committed  numeric(18, 2),
    obliged    numeric(18, 2),
    paid       numeric(18, 2),
    PRIMARY KEY (project_id, line)
);
COMMENT ON TABLE lindero.project_budget IS 'Lines of the budgets of projects, laid out from project.budget; money in pesos.';
COMMENT ON COLUMN lindero.project_budget.project_id IS 'Row of the project.';
COMMENT ON COLUMN lindero.project_budget.line IS 'Position of the line, from 1.';
COMMENT ON COLUMN lindero.project_budget.year IS 'Fiscal year; null where the file does not say it.';
COMMENT ON COLUMN lindero.project_budget.source IS 'Source of the money; null where the file does not say it.';
COMMENT ON COLUMN lindero.project_budget.planned IS 'Final budget, pesos; null where not stated.';
COMMENT ON COLUMN lindero.project_budget.committed IS 'Committed, pesos; null where not stated.';
COMMENT ON COLUMN lindero.project_budget.obliged IS 'Obliged, pesos; null where not stated.';
COMMENT ON COLUMN lindero.project_budget.paid IS 'Paid, pesos; null where not stated.';

CREATE TABLE lindero.project_place (
    project_id     bigint NOT NULL,
    place          integer NOT NULL,
    work           text,
    kind           text NOT NULL CHECK (kind IN ('obra', 'influencia')),
    precision      text CHECK (precision IN ('exacta', 'aproximada', 'indicativa')),
    parcel         text COLLATE "C",
    territory_kind text,
    territory      text COLLATE "C",
    geom           geometry(Geometry, ${srid}),
    PRIMARY KEY (project_id, place),
    CHECK (num_nonnulls(parcel, territory, geom) = 1)
);
CREATE INDEX project_place_geom ON lindero.project_place USING gist (geom);
CREATE INDEX project_place_parcel ON lindero.project_place (parcel) WHERE parcel IS NOT NULL;
CREATE INDEX project_place_territory ON lindero.project_place (territory) WHERE territory IS NOT NULL;
COMMENT ON TABLE lindero.project_place IS 'Places of projects, laid out from project.places: drawn, or a parcel or territory by its code. A project without a row has no place.';
COMMENT ON COLUMN lindero.project_place.project_id IS 'Row of the project.';
COMMENT ON COLUMN lindero.project_place.place IS 'Position of the place, from 1.';
COMMENT ON COLUMN lindero.project_place.work IS 'Works of the project that it is the place of; null for the whole.';
COMMENT ON COLUMN lindero.project_place.kind IS 'obra: where it is built; influencia: whom it serves.';
COMMENT ON COLUMN lindero.project_place.precision IS 'How well the place is known; null where the file does not say it.';
COMMENT ON COLUMN lindero.project_place.parcel IS 'Number of the parcel, where the place is given so.';
COMMENT ON COLUMN lindero.project_place.territory_kind IS 'Kind of the territory, where the place is given so.';
COMMENT ON COLUMN lindero.project_place.territory IS 'Code of the territory, where the place is given so.';
COMMENT ON COLUMN lindero.project_place.geom IS 'Drawn place: point, line or polygon; storage CRS, valid.';

CREATE FUNCTION lindero.copy_project_geometry() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.geom_4326 := ST_Transform(NEW.geom, 4326);
    NEW.geom_3857 := ST_Transform(NEW.geom_4326, 3857);
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION lindero.copy_project_geometry() IS 'Fills the copies of a project''s geometry.';
CREATE TRIGGER copy_project_geometry BEFORE INSERT ON lindero.project
    FOR EACH ROW EXECUTE FUNCTION lindero.copy_project_geometry();

CREATE FUNCTION lindero.lay_out_projects() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO lindero.project_budget (project_id, line, year, source, planned, committed, obliged, paid)
    SELECT n.id, b.ordinality, (b.line ->> 'year')::integer, b.line ->> 'source', (b.line ->> 'final')::numeric,
           (b.line ->> 'committed')::numeric, (b.line ->> 'obliged')::numeric, (b.line ->> 'paid')::numeric
    FROM added n
    CROSS JOIN LATERAL jsonb_array_elements(n.budget) WITH ORDINALITY AS b (line, ordinality);
    INSERT INTO lindero.project_place (project_id, place, work, kind, precision, parcel, territory_kind, territory, geom)
    SELECT n.id, p.ordinality, p.place ->> 'work', p.place ->> 'kind', p.place ->> 'precision', p.place ->> 'parcel',
           p.place ->> 'territoryKind', p.place ->> 'territory', (p.place ->> 'geom')::geometry
    FROM added n
    CROSS JOIN LATERAL jsonb_array_elements(n.places) WITH ORDINALITY AS p (place, ordinality);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION lindero.lay_out_projects() IS 'Lays the amounts and places of projects out as they are added.';
CREATE TRIGGER lay_out_projects AFTER INSERT ON lindero.project
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION lindero.lay_out_projects();
