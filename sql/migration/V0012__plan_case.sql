-- Golden cases of a plan: questions with what their answers must say, kept beside the norms and asked before it is adopted.
-- Locks: none on existing tables.

CREATE TABLE lindero.plan_case (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality text NOT NULL,
    plan         text NOT NULL,
    name         text NOT NULL,
    question     jsonb NOT NULL,
    expected     jsonb NOT NULL,
    pub_from     bigint NOT NULL,
    pub_to       bigint CHECK (pub_to > pub_from),
    EXCLUDE USING gist (municipality WITH =, plan WITH =, name WITH =, int8range(pub_from, pub_to) WITH &&)
);
COMMENT ON TABLE lindero.plan_case IS 'Questions on parcels with what a plan''s answer must say; a plan is not adopted while one fails.';
COMMENT ON COLUMN lindero.plan_case.id IS 'Identifier of the row; cases are asked in its order.';
COMMENT ON COLUMN lindero.plan_case.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.plan_case.plan IS 'Code of the plan.';
COMMENT ON COLUMN lindero.plan_case.name IS 'Name for people, unique in the plan.';
COMMENT ON COLUMN lindero.plan_case.question IS 'Parcel, and either nothing more (land-use answer) or ciiu, category and area (answer on a use); day.';
COMMENT ON COLUMN lindero.plan_case.expected IS 'Fragment that the answer must contain.';
COMMENT ON COLUMN lindero.plan_case.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.plan_case.pub_to IS 'Publication that took the row away; null while current.';
