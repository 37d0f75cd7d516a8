-- Marks on the lines of a budget, so that sums by year and source count each project once without bringing its lines together first.
-- Locks: project_budget for the time of one update of its rows; it is laid out from project and small beside it.

ALTER TABLE lindero.project_budget ADD COLUMN first_of_year boolean, ADD COLUMN first_of_source boolean;
UPDATE lindero.project_budget b
SET first_of_year = f.of_year, first_of_source = f.of_source
FROM (SELECT l.project_id, l.line, row_number() OVER (PARTITION BY l.project_id, l.year ORDER BY l.line) = 1 AS of_year,
             row_number() OVER (PARTITION BY l.project_id, l.source ORDER BY l.line) = 1 AS of_source
      FROM lindero.project_budget l) f
WHERE f.project_id = b.project_id AND f.line = b.line;
ALTER TABLE lindero.project_budget ALTER COLUMN first_of_year SET NOT NULL, ALTER COLUMN first_of_source SET NOT NULL;
COMMENT ON COLUMN lindero.project_budget.first_of_year IS 'Whether it is the first line of its project for its year; derived.';
COMMENT ON COLUMN lindero.project_budget.first_of_source IS 'Whether it is the first line of its project from its source; derived.';

CREATE OR REPLACE FUNCTION lindero.lay_out_projects() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO lindero.project_budget (project_id, line, year, source, planned, committed, obliged, paid, first_of_year, first_of_source)
    SELECT n.id, b.ordinality, y.year, y.source, (b.line ->> 'final')::numeric, (b.line ->> 'committed')::numeric,
           (b.line ->> 'obliged')::numeric, (b.line ->> 'paid')::numeric,
           row_number() OVER (PARTITION BY n.id, y.year ORDER BY b.ordinality) = 1,
           row_number() OVER (PARTITION BY n.id, y.source ORDER BY b.ordinality) = 1
    FROM added n
    CROSS JOIN LATERAL jsonb_array_elements(n.budget) WITH ORDINALITY AS b (line, ordinality)
    CROSS JOIN LATERAL (SELECT (b.line ->> 'year')::integer AS year, b.line ->> 'source' AS source) y;
    INSERT INTO lindero.project_place (project_id, place, work, kind, precision, parcel, territory_kind, territory, geom)
    SELECT n.id, p.ordinality, p.place ->> 'work', p.place ->> 'kind', p.place ->> 'precision', p.place ->> 'parcel',
           p.place ->> 'territoryKind', p.place ->> 'territory', (p.place ->> 'geom')::geometry
    FROM added n
    CROSS JOIN LATERAL jsonb_array_elements(n.places) WITH ORDINALITY AS p (place, ordinality);
    RETURN NULL;
END
$$;
