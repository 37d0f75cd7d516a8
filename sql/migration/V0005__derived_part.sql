-- Cache of what lies on which parcel today. Filled after a publication by the same function that answers any other
-- date; rows that a publication touches are removed in its transaction, so that what is here is always true.

CREATE TABLE lindero.derived_scope (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality text NOT NULL,
    plan         text NOT NULL,
    theme        text NOT NULL,
    during       daterange NOT NULL,
    UNIQUE (municipality, plan, theme)
);
COMMENT ON TABLE lindero.derived_scope IS 'Themes of the plan in force whose parts are kept.';
COMMENT ON COLUMN lindero.derived_scope.id IS 'Number that derived_part rows carry; a scope that changed as a whole gets a new one.';
COMMENT ON COLUMN lindero.derived_scope.municipality IS 'DIVIPOLA code.';
COMMENT ON COLUMN lindero.derived_scope.plan IS 'Code of the plan that answers.';
COMMENT ON COLUMN lindero.derived_scope.theme IS 'Code of the theme.';
COMMENT ON COLUMN lindero.derived_scope.during IS 'Legal days on which the same zones hold; other days are measured on the fly.';

CREATE TABLE lindero.derived_part (
    scope_id           integer NOT NULL,
    parcel_id          bigint NOT NULL,
    role               text NOT NULL CHECK (role IN ('summary', 'part', 'noise', 'declaration')),
    zone_code          text,
    zone_ids           bigint[],
    dimension          smallint,
    planar_m2          double precision,
    width_m            double precision,
    length_m           double precision,
    point_count        integer,
    uncovered_m2       double precision,
    unknown_m2         double precision,
    outside_ground_m2  double precision,
    doubly_covered_m2  double precision,
    boundary_sensitive boolean
);
CREATE INDEX derived_part_parcel ON lindero.derived_part (parcel_id, scope_id);
COMMENT ON TABLE lindero.derived_part IS 'Kept result of lindero.measure_theme: a summary row for each parcel and theme, and its parts.';
COMMENT ON COLUMN lindero.derived_part.scope_id IS 'Scope.';
COMMENT ON COLUMN lindero.derived_part.parcel_id IS 'Row of the parcel.';
COMMENT ON COLUMN lindero.derived_part.role IS 'summary, part, noise or declaration.';
COMMENT ON COLUMN lindero.derived_part.zone_code IS 'Code of the zone; null on a summary and on noise without zone.';
COMMENT ON COLUMN lindero.derived_part.zone_ids IS 'Rows of the zone that make the part.';
COMMENT ON COLUMN lindero.derived_part.dimension IS '2 polygon, 1 line, 0 point, -1 statement without geometry.';
COMMENT ON COLUMN lindero.derived_part.planar_m2 IS 'Planar area, m2, unrounded; the drawn area on a summary.';
COMMENT ON COLUMN lindero.derived_part.width_m IS 'Noise only: width of the rectangle of the same area and perimeter, m.';
COMMENT ON COLUMN lindero.derived_part.length_m IS 'Lines: planar length on the parcel, m.';
COMMENT ON COLUMN lindero.derived_part.point_count IS 'Points on the parcel, those on its boundary included.';
COMMENT ON COLUMN lindero.derived_part.uncovered_m2 IS 'Summary: ground of the theme that no zone covers, m2.';
COMMENT ON COLUMN lindero.derived_part.unknown_m2 IS 'Summary: ground that no coverage reaches, m2.';
COMMENT ON COLUMN lindero.derived_part.outside_ground_m2 IS 'Summary: ground outside the land classes that the theme speaks for, m2.';
COMMENT ON COLUMN lindero.derived_part.doubly_covered_m2 IS 'Summary: ground that several zones cover, m2.';
COMMENT ON COLUMN lindero.derived_part.boundary_sensitive IS 'Summary: moving zone boundaries by their accuracy changes the set of zones; null where the accuracy is not stated.';
