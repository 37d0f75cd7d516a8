-- Publications, plans and themes. Everything published carries (pub_from, pub_to): the publication that brought the
-- row and the one that took it away; a row is never changed otherwise and never deleted.

CREATE TABLE lindero.publication (
    id           bigint PRIMARY KEY,
    at           timestamptz NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('load', 'revert', 'plan', 'theme')),
    municipality text NOT NULL,
    subject      text NOT NULL,
    actor        text NOT NULL
);
CREATE UNIQUE INDEX publication_at ON lindero.publication (at);
COMMENT ON TABLE lindero.publication IS 'Every change of what this database publishes, numbered without gaps in the order of commit.';
COMMENT ON COLUMN lindero.publication.id IS 'Monotonic number, taken under the publishing lock.';
COMMENT ON COLUMN lindero.publication.at IS 'Instant at the end of the publishing transaction; strictly increasing with id.';
COMMENT ON COLUMN lindero.publication.kind IS 'What was published: a load, its revert, a plan or a theme.';
COMMENT ON COLUMN lindero.publication.municipality IS 'DIVIPOLA code the publication is about.';
COMMENT ON COLUMN lindero.publication.subject IS 'Dataset, plan or theme, as a path.';
COMMENT ON COLUMN lindero.publication.actor IS 'Account of the operating system that published.';

CREATE TABLE lindero.plan (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality text NOT NULL,
    code         text NOT NULL,
    kind         text NOT NULL,
    act          text NOT NULL,
    status       text NOT NULL CHECK (status IN ('draft', 'adopted')),
    in_force     daterange NOT NULL CHECK (NOT isempty(in_force) AND NOT lower_inf(in_force)),
    term_ends    date,
    revises      text,
    pub_from     bigint NOT NULL,
    pub_to       bigint CHECK (pub_to > pub_from),
    CHECK (revises <> code),
    EXCLUDE USING gist (municipality WITH =, code WITH =, int8range(pub_from, pub_to) WITH &&),
    -- one principal plan in force a day, and one revision of any plan in force a day
    EXCLUDE USING gist (municipality WITH =, (coalesce(revises, '')) WITH =, in_force WITH &&)
        WHERE (pub_to IS NULL AND status = 'adopted')
);
COMMENT ON TABLE lindero.plan IS 'Planning instruments (POT, PBOT, EOT) and their revisions. Ley 388 de 1997, arts. 9 and 28.';
COMMENT ON COLUMN lindero.plan.id IS 'Identifier of the row, not of the plan.';
COMMENT ON COLUMN lindero.plan.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.plan.code IS 'Code that commands and requests use; unique in the municipality.';
COMMENT ON COLUMN lindero.plan.kind IS 'POT, PBOT or EOT, as the act says.';
COMMENT ON COLUMN lindero.plan.act IS 'Administrative act that adopts the plan.';
COMMENT ON COLUMN lindero.plan.status IS 'draft until adopted; whether it is expired or superseded follows from the date asked.';
COMMENT ON COLUMN lindero.plan.in_force IS 'Legal days [from, to) on which the plan is in force; open until a successor is adopted.';
COMMENT ON COLUMN lindero.plan.term_ends IS 'Day on which the term of the plan ends; it stays in force after it (Ley 388 de 1997, art. 28).';
COMMENT ON COLUMN lindero.plan.revises IS 'Code of the plan that this one revises in part; what it does not say is inherited.';
COMMENT ON COLUMN lindero.plan.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.plan.pub_to IS 'Publication that took the row away; null while current.';

CREATE TABLE lindero.theme (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality  text NOT NULL,
    plan          text NOT NULL,
    code          text NOT NULL,
    title         text NOT NULL,
    legal_basis   text,
    precedence    integer NOT NULL DEFAULT 100,
    tiles_ground  boolean NOT NULL,
    protective    boolean NOT NULL,
    ground        text[],
    min_area_m2   double precision NOT NULL DEFAULT 0 CHECK (min_area_m2 >= 0),
    min_width_m   double precision CHECK (min_width_m >= 0),
    accuracy_m    double precision CHECK (accuracy_m >= 0),
    coverage_kind text CHECK (coverage_kind IN ('municipality', 'polygon')),
    coverage      geometry(MultiPolygon, ${srid}),
    pub_from      bigint NOT NULL,
    pub_to        bigint CHECK (pub_to > pub_from),
    EXCLUDE USING gist (municipality WITH =, plan WITH =, code WITH =, int8range(pub_from, pub_to) WITH &&)
);
COMMENT ON TABLE lindero.theme IS 'Kinds of layer of a plan; a row each, so that a planner adds one without code.';
COMMENT ON COLUMN lindero.theme.id IS 'Identifier of the row.';
COMMENT ON COLUMN lindero.theme.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.theme.plan IS 'Code of the plan.';
COMMENT ON COLUMN lindero.theme.code IS 'Code of the theme, such as activity-area.';
COMMENT ON COLUMN lindero.theme.title IS 'Title for people, in Spanish.';
COMMENT ON COLUMN lindero.theme.legal_basis IS 'Norm that orders or allows the theme.';
COMMENT ON COLUMN lindero.theme.precedence IS 'Order among themes in conflict: the lower number prevails.';
COMMENT ON COLUMN lindero.theme.tiles_ground IS 'True for a partition: its zones tile its ground, and uncovered ground is ground without norm.';
COMMENT ON COLUMN lindero.theme.protective IS 'True for hazard, risk and protection: nothing of it is ever dropped as boundary noise.';
COMMENT ON COLUMN lindero.theme.ground IS 'Land-class codes that the theme speaks for, in lower case; null for all of the municipality.';
COMMENT ON COLUMN lindero.theme.min_area_m2 IS 'Pieces of one code that together measure less are boundary noise, m2.';
COMMENT ON COLUMN lindero.theme.min_width_m IS 'A connected piece narrower than this is boundary noise, m; null for the smaller of the accuracy and 0.30 m.';
COMMENT ON COLUMN lindero.theme.accuracy_m IS 'Default positional accuracy of its datasets, m.';
COMMENT ON COLUMN lindero.theme.coverage_kind IS 'Default coverage of its datasets.';
COMMENT ON COLUMN lindero.theme.coverage IS 'Default coverage of its datasets where it is a polygon; storage CRS.';
COMMENT ON COLUMN lindero.theme.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.theme.pub_to IS 'Publication that took the row away; null while current.';
