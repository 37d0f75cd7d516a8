-- Targets that a plan sets for indicators, by year, with where the plan says so. The indicators themselves are statements that ship
-- with the program (sql/indicator).
-- Locks: none on existing tables.

CREATE TABLE lindero.plan_target (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality text NOT NULL,
    plan         text NOT NULL,
    indicator    text NOT NULL,
    year         integer NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    target       numeric NOT NULL,
    name         text,
    source       text NOT NULL CHECK (source <> ''),
    pub_from     bigint NOT NULL,
    pub_to       bigint CHECK (pub_to > pub_from),
    EXCLUDE USING gist (municipality WITH =, plan WITH =, indicator WITH =, year WITH =, int8range(pub_from, pub_to) WITH &&)
);
COMMENT ON TABLE lindero.plan_target IS 'What a plan aims at: the target of an indicator for a year.';
COMMENT ON COLUMN lindero.plan_target.id IS 'Identifier of the row.';
COMMENT ON COLUMN lindero.plan_target.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.plan_target.plan IS 'Code of the plan that sets it.';
COMMENT ON COLUMN lindero.plan_target.indicator IS 'Code of the indicator, of those that ship with the program.';
COMMENT ON COLUMN lindero.plan_target.year IS 'Year at whose end, or in which, it is aimed at.';
COMMENT ON COLUMN lindero.plan_target.target IS 'Value aimed at, in the unit of the indicator.';
COMMENT ON COLUMN lindero.plan_target.name IS 'Name that the plan gives the indicator; null for that of the program.';
COMMENT ON COLUMN lindero.plan_target.source IS 'Act and article, or document of the plan, that sets it.';
COMMENT ON COLUMN lindero.plan_target.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.plan_target.pub_to IS 'Publication that took the row away; null while current.';
