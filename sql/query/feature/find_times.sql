-- Between which legal days the features of a collection hold. A template: <from> is its source. Parameters: the source's.
-- Result: first_on (date, null without features), always (boolean: some state no first day), last_on (date), on_end (boolean: some
-- state no last day; null without features).
SELECT min(lower(f.valid)) AS first_on, bool_or(lower_inf(f.valid)) AS always, max(upper(f.valid)) - 1 AS last_on,
       bool_or(upper_inf(f.valid)) AS on_end
<from>
