-- Norms, use rules and the table that ties economic activities to use categories: the plan as data. Two time axes as in
-- every published table: valid (law) and pub_from/pub_to (what this database held).
-- Locks: dataset, for an instant, to widen what it may hold.

ALTER TABLE lindero.dataset DROP CONSTRAINT dataset_kind_check;
ALTER TABLE lindero.dataset ADD CONSTRAINT dataset_kind_check
    CHECK (kind IN ('parcels', 'buildings', 'territories', 'zones', 'norms', 'uses', 'ciiu', 'projects', 'licences'));
ALTER TABLE lindero.dataset DROP CONSTRAINT dataset_check2;
ALTER TABLE lindero.dataset ADD CONSTRAINT dataset_belongs
    CHECK (CASE WHEN kind = 'zones' THEN plan <> '' AND theme <> ''
                WHEN kind IN ('norms', 'uses', 'ciiu') THEN plan <> '' AND theme = ''
                ELSE plan = '' AND theme = '' END);

CREATE TABLE lindero.norm (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality text NOT NULL,
    plan         text NOT NULL,
    dataset      text NOT NULL,
    scope_theme  text COLLATE "C" NOT NULL DEFAULT '',
    scope_zone   text COLLATE "C" NOT NULL DEFAULT '',
    scope2_theme text COLLATE "C" NOT NULL DEFAULT '',
    scope2_zone  text COLLATE "C" NOT NULL DEFAULT '',
    quantity     text COLLATE "C" NOT NULL,
    operator     text NOT NULL CHECK (operator IN ('<=', '>=', '<', '>', '=')),
    value        numeric,
    unit         text NOT NULL,
    per_amount   numeric CHECK (per_amount > 0),
    per_unit     text,
    base         text NOT NULL DEFAULT 'predio' CHECK (base IN ('predio', 'area_neta', 'area_util')),
    condition    text,
    act          text NOT NULL,
    article      text NOT NULL,
    source_text  text,
    url          text,
    valid        daterange NOT NULL CHECK (NOT isempty(valid)),
    content_hash uuid NOT NULL,
    pub_from     bigint NOT NULL,
    pub_to       bigint CHECK (pub_to > pub_from),
    CHECK ((scope_theme = '') = (scope_zone = '')),
    CHECK ((scope2_theme = '') = (scope2_zone = '')),
    CHECK (scope2_theme = '' OR scope_theme <> ''),
    CHECK ((per_amount IS NULL) = (per_unit IS NULL)),
    -- one figure a day for one question
    CONSTRAINT norm_current EXCLUDE USING gist (
        municipality WITH =, plan WITH =, scope_theme WITH =, scope_zone WITH =, scope2_theme WITH =, scope2_zone WITH =,
        quantity WITH =, operator WITH =, (coalesce(condition, '')) WITH =, valid WITH &&)
        WHERE (pub_to IS NULL)
);
CREATE INDEX norm_plan ON lindero.norm (municipality, plan);
COMMENT ON TABLE lindero.norm IS 'What a plan demands of a zone, of two zones of different themes that meet, or of the whole municipality.';
COMMENT ON COLUMN lindero.norm.id IS 'Identifier of the row; with pub_from it names the version of the norm.';
COMMENT ON COLUMN lindero.norm.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.norm.plan IS 'Code of the plan that states it.';
COMMENT ON COLUMN lindero.norm.dataset IS 'Dataset that brought it.';
COMMENT ON COLUMN lindero.norm.scope_theme IS 'Theme of the zone it speaks for; empty for the whole municipality.';
COMMENT ON COLUMN lindero.norm.scope_zone IS 'Code of the zone it speaks for; empty for the whole municipality.';
COMMENT ON COLUMN lindero.norm.scope2_theme IS 'Theme of a second zone that must lie there too; empty for none.';
COMMENT ON COLUMN lindero.norm.scope2_zone IS 'Code of the second zone; empty for none.';
COMMENT ON COLUMN lindero.norm.quantity IS 'What is measured, such as occupation_index; the closed list is in docs/quantities.md.';
COMMENT ON COLUMN lindero.norm.operator IS 'How the actual figure must stand to the value.';
COMMENT ON COLUMN lindero.norm.value IS 'The limit, in the unit; null where the plan is cited but the figure is not encoded.';
COMMENT ON COLUMN lindero.norm.unit IS 'Unit of the value, the quantity''s own.';
COMMENT ON COLUMN lindero.norm.per_amount IS 'The value is for each so many of per_unit (1 dwelling, 100 m2); null for an absolute value.';
COMMENT ON COLUMN lindero.norm.per_unit IS 'What the value is counted for, such as dwelling or m2.';
COMMENT ON COLUMN lindero.norm.base IS 'Area an index is taken of: predio, area_neta or area_util. Plans differ.';
COMMENT ON COLUMN lindero.norm.condition IS 'CQL2 text under which the norm applies; null for always.';
COMMENT ON COLUMN lindero.norm.act IS 'Administrative act that states it.';
COMMENT ON COLUMN lindero.norm.article IS 'Article of the act.';
COMMENT ON COLUMN lindero.norm.source_text IS 'Words of the article, or what the planner adds.';
COMMENT ON COLUMN lindero.norm.url IS 'Where the act can be read.';
COMMENT ON COLUMN lindero.norm.valid IS 'Legal days on which it holds, within those of its plan.';
COMMENT ON COLUMN lindero.norm.content_hash IS 'Digest of all that the row says; equal rows are one.';
COMMENT ON COLUMN lindero.norm.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.norm.pub_to IS 'Publication that took the row away; null while current.';

CREATE TABLE lindero.use_rule (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality text NOT NULL,
    plan         text NOT NULL,
    dataset      text NOT NULL,
    scope_theme  text COLLATE "C" NOT NULL DEFAULT '',
    scope_zone   text COLLATE "C" NOT NULL DEFAULT '',
    category     text COLLATE "C" NOT NULL,
    regime       text NOT NULL CHECK (regime IN ('principal', 'compatible', 'condicionado', 'prohibido')),
    condition    text,
    act          text NOT NULL,
    article      text NOT NULL,
    source_text  text,
    url          text,
    valid        daterange NOT NULL CHECK (NOT isempty(valid)),
    content_hash uuid NOT NULL,
    pub_from     bigint NOT NULL,
    pub_to       bigint CHECK (pub_to > pub_from),
    CHECK ((scope_theme = '') = (scope_zone = '')),
    -- the same statement once; different regimes for one category may stand side by side, and both are cited
    CONSTRAINT use_rule_current EXCLUDE USING gist (
        municipality WITH =, plan WITH =, dataset WITH =, content_hash WITH =, valid WITH &&)
        WHERE (pub_to IS NULL)
);
CREATE INDEX use_rule_plan ON lindero.use_rule (municipality, plan);
COMMENT ON TABLE lindero.use_rule IS 'What a plan says of a use category in a zone.';
COMMENT ON COLUMN lindero.use_rule.id IS 'Identifier of the row; with pub_from it names the version of the rule.';
COMMENT ON COLUMN lindero.use_rule.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.use_rule.plan IS 'Code of the plan that states it.';
COMMENT ON COLUMN lindero.use_rule.dataset IS 'Dataset that brought it.';
COMMENT ON COLUMN lindero.use_rule.scope_theme IS 'Theme of the zone it speaks for; empty for the whole municipality.';
COMMENT ON COLUMN lindero.use_rule.scope_zone IS 'Code of the zone it speaks for; empty for the whole municipality.';
COMMENT ON COLUMN lindero.use_rule.category IS 'Use category of the plan, such as C-1.';
COMMENT ON COLUMN lindero.use_rule.regime IS 'principal, compatible, condicionado or prohibido; a category that no rule lists is prohibited because unlisted.';
COMMENT ON COLUMN lindero.use_rule.condition IS 'CQL2 text that decides a condicionado; null where prose alone says it.';
COMMENT ON COLUMN lindero.use_rule.act IS 'Administrative act that states it.';
COMMENT ON COLUMN lindero.use_rule.article IS 'Article of the act.';
COMMENT ON COLUMN lindero.use_rule.source_text IS 'Words of the article: for a condicionado without condition, what a person must judge.';
COMMENT ON COLUMN lindero.use_rule.url IS 'Where the act can be read.';
COMMENT ON COLUMN lindero.use_rule.valid IS 'Legal days on which it holds, within those of its plan.';
COMMENT ON COLUMN lindero.use_rule.content_hash IS 'Digest of all that the row says; equal rows are one.';
COMMENT ON COLUMN lindero.use_rule.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.use_rule.pub_to IS 'Publication that took the row away; null while current.';

CREATE TABLE lindero.activity_use (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality text NOT NULL,
    plan         text NOT NULL,
    dataset      text NOT NULL,
    ciiu         text COLLATE "C" NOT NULL CHECK (ciiu ~ '^[0-9]{4}$'),
    category     text COLLATE "C" NOT NULL,
    area_min_m2  numeric CHECK (area_min_m2 >= 0),
    area_max_m2  numeric CHECK (area_max_m2 >= area_min_m2),
    note         text,
    valid        daterange NOT NULL CHECK (NOT isempty(valid)),
    content_hash uuid NOT NULL,
    pub_from     bigint NOT NULL,
    pub_to       bigint CHECK (pub_to > pub_from),
    CONSTRAINT activity_use_current EXCLUDE USING gist (
        municipality WITH =, plan WITH =, dataset WITH =, content_hash WITH =, valid WITH &&)
        WHERE (pub_to IS NULL)
);
CREATE INDEX activity_use_plan ON lindero.activity_use (municipality, plan, ciiu);
COMMENT ON TABLE lindero.activity_use IS 'Which use categories of a plan an economic activity belongs to, by built area. No national table exists: each municipality keeps its own.';
COMMENT ON COLUMN lindero.activity_use.id IS 'Identifier of the row.';
COMMENT ON COLUMN lindero.activity_use.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.activity_use.plan IS 'Code of the plan.';
COMMENT ON COLUMN lindero.activity_use.dataset IS 'Dataset that brought it.';
COMMENT ON COLUMN lindero.activity_use.ciiu IS 'Class of CIIU Rev. 4 A.C., four digits.';
COMMENT ON COLUMN lindero.activity_use.category IS 'Use category of the plan.';
COMMENT ON COLUMN lindero.activity_use.area_min_m2 IS 'Least built area of the activity for this category, m2; null for none.';
COMMENT ON COLUMN lindero.activity_use.area_max_m2 IS 'Largest built area, m2, included; null for none.';
COMMENT ON COLUMN lindero.activity_use.note IS 'What the table adds in words.';
COMMENT ON COLUMN lindero.activity_use.valid IS 'Legal days on which it holds, within those of its plan.';
COMMENT ON COLUMN lindero.activity_use.content_hash IS 'Digest of all that the row says; equal rows are one.';
COMMENT ON COLUMN lindero.activity_use.pub_from IS 'Publication that brought the row.';
COMMENT ON COLUMN lindero.activity_use.pub_to IS 'Publication that took the row away; null while current.';
