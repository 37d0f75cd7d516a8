-- Publishing: what a load brings (table "row" of its schema, on the search path) against what its dataset holds now.
-- A row that is held and comes again with the same digest is left alone; any other of the dataset is closed, and added
-- again for the days before valid_from where it held then; new rows are added. Writes the ids to table "changed".
-- Rows hold for all days from valid_from on; where table "row" has a column valid, for those of them that it says, and the
-- same row for other days is another.
--   target      parcel, building, territory, zone, norm, use_rule or activity_use
--   scope       values of the columns that name the dataset: {"municipality", "dataset", ...}
--   valid_from  day from which the load speaks; null for all time
--   pub         number of the publication
CREATE OR REPLACE FUNCTION lindero.publish_rows(target text, scope jsonb, valid_from date, pub bigint)
    RETURNS TABLE (added bigint, closed bigint, unchanged bigint)
    LANGUAGE plpgsql AS $$
DECLARE
    business text;
    scoped text;
    scope_columns text;
    scope_values text;
    speaks daterange := daterange(valid_from, NULL);
    -- days of a row of "row"
    days text := CASE WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'row'::regclass AND attname = 'valid')
                      THEN '(r.valid * $2)' ELSE '$2' END;
BEGIN
    SELECT string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum) INTO business
    FROM pg_attribute a
    JOIN pg_attribute r ON r.attrelid = 'row'::regclass AND r.attname = a.attname AND r.attnum > 0
    WHERE a.attrelid = ('lindero.' || quote_ident(target))::regclass AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attname <> 'valid';
    SELECT string_agg(format('t.%I = %L', key, value), ' AND '), string_agg(format('%I', key), ', '),
           string_agg(format('%L', value), ', ')
    INTO scoped, scope_columns, scope_values
    FROM jsonb_each_text(scope);

    CREATE UNLOGGED TABLE changed (id bigint, added boolean);
    CREATE UNLOGGED TABLE kept (content_hash uuid, valid daterange, PRIMARY KEY (content_hash, valid));
    EXECUTE format('INSERT INTO kept SELECT DISTINCT t.content_hash, t.valid * $2 FROM lindero.%I t '
                   'WHERE %s AND t.pub_to IS NULL AND t.valid && $2 '
                   'AND EXISTS (SELECT FROM row r WHERE r.content_hash = t.content_hash AND t.valid * $2 = %s)',
                   target, scoped, days)
        USING pub, speaks;
    GET DIAGNOSTICS unchanged = ROW_COUNT;
    EXECUTE format('WITH gone AS (UPDATE lindero.%1$I t SET pub_to = $1 WHERE t.pub_to IS NULL AND t.valid && $2 '
                   'AND ((%2$s AND NOT EXISTS (SELECT FROM kept k WHERE k.content_hash = t.content_hash AND k.valid = t.valid * $2))'
                   '%3$s) RETURNING t.id) INSERT INTO changed SELECT id, false FROM gone',
                   target, scoped,
                   -- a parcel's number, and a territory's code, moves to the dataset that brings it
                   CASE target
                       WHEN 'parcel' THEN format(
                           ' OR (t.municipality = %L AND t.dataset <> %L AND t.number IN (SELECT r.number FROM row r))',
                           scope ->> 'municipality', scope ->> 'dataset')
                       WHEN 'territory' THEN format(
                           ' OR (t.municipality = %L AND t.dataset <> %L AND (t.kind, t.code) IN (SELECT r.kind, r.code FROM row r))',
                           scope ->> 'municipality', scope ->> 'dataset')
                       WHEN 'project' THEN format(
                           ' OR (t.municipality = %L AND t.dataset <> %L AND t.code IN (SELECT r.code FROM row r))',
                           scope ->> 'municipality', scope ->> 'dataset')
                       WHEN 'licence' THEN format(
                           ' OR (t.municipality = %L AND t.dataset <> %L AND t.number IN (SELECT r.number FROM row r))',
                           scope ->> 'municipality', scope ->> 'dataset')
                       ELSE '' END)
        USING pub, speaks;
    GET DIAGNOSTICS closed = ROW_COUNT;
    IF valid_from IS NOT NULL AND closed > 0 THEN
        EXECUTE format('WITH again AS (INSERT INTO lindero.%1$I (%2$s, %3$s, valid, pub_from) '
                       'SELECT %4$s, %5$s, t.valid * daterange(NULL, $2), $1 FROM lindero.%1$I t '
                       'JOIN changed c ON c.id = t.id AND NOT c.added '
                       'WHERE NOT isempty(t.valid * daterange(NULL, $2)) RETURNING id) '
                       'INSERT INTO changed SELECT id, true FROM again',
                       target, business, scope_columns,
                       (SELECT string_agg('t.' || btrim(c), ', ') FROM unnest(string_to_array(business, ',')) c),
                       (SELECT string_agg('t.' || btrim(c), ', ') FROM unnest(string_to_array(scope_columns, ',')) c))
            USING pub, valid_from;
    END IF;
    EXECUTE format('WITH fresh AS (INSERT INTO lindero.%1$I (%2$s, %3$s, valid, pub_from) '
                   'SELECT %2$s, %4$s, %5$s, $1 FROM row r WHERE NOT isempty(%5$s) '
                   'AND NOT EXISTS (SELECT FROM kept k WHERE k.content_hash = r.content_hash AND k.valid = %5$s) '
                   'ORDER BY r.fid, r.content_hash RETURNING id) '
                   'INSERT INTO changed SELECT id, true FROM fresh', target, business, scope_columns, scope_values, days)
        USING pub, speaks;
    GET DIAGNOSTICS added = ROW_COUNT;
    DROP TABLE kept;
    RETURN NEXT;
END
$$;
COMMENT ON FUNCTION lindero.publish_rows(text, jsonb, date, bigint) IS
    'Publishes a load''s rows against what its dataset holds; returns rows added, closed and left alone.';

-- Undoes what a publication did to a table: rows it brought are closed, rows it closed are added again.
CREATE OR REPLACE FUNCTION lindero.revert_rows(target text, undone bigint, pub bigint)
    RETURNS TABLE (added bigint, closed bigint)
    LANGUAGE plpgsql AS $$
DECLARE
    columns text;
BEGIN
    SELECT string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum) INTO columns
    FROM pg_attribute a
    WHERE a.attrelid = ('lindero.' || quote_ident(target))::regclass AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attname NOT IN ('id', 'pub_from', 'pub_to');
    EXECUTE format('UPDATE lindero.%I SET pub_to = $2 WHERE pub_from = $1 AND pub_to IS NULL', target) USING undone, pub;
    GET DIAGNOSTICS closed = ROW_COUNT;
    EXECUTE format('INSERT INTO lindero.%1$I (%2$s, pub_from) SELECT %2$s, $2 FROM lindero.%1$I WHERE pub_to = $1 ORDER BY id',
                   target, columns) USING undone, pub;
    GET DIAGNOSTICS added = ROW_COUNT;
    RETURN NEXT;
END
$$;
COMMENT ON FUNCTION lindero.revert_rows(text, bigint, bigint) IS
    'Undoes by a new publication what an earlier one did to a table; returns rows added and closed.';

-- The publication that stands in the way of undoing another: the first that changed rows which that one brought, or that
-- brought anew, in another dataset, a parcel or territory which that one took away. Null where there is none.
CREATE OR REPLACE FUNCTION lindero.revert_obstacle(target text, undone bigint) RETURNS bigint
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    same text := CASE target WHEN 'parcel' THEN 'c.municipality = t.municipality AND c.number = t.number'
                             WHEN 'territory' THEN 'c.municipality = t.municipality AND c.kind = t.kind AND c.code = t.code'
                             WHEN 'project' THEN 'c.municipality = t.municipality AND c.code = t.code'
                             WHEN 'licence' THEN 'c.municipality = t.municipality AND c.number = t.number'
                             ELSE 'false' END;
    obstacle bigint;
BEGIN
    EXECUTE format('SELECT min(t.pub_to) FROM lindero.%I t WHERE t.pub_from = $1 AND t.pub_to IS NOT NULL', target)
        INTO obstacle USING undone;
    IF obstacle IS NULL THEN
        EXECUTE format('SELECT min(c.pub_from) FROM lindero.%1$I t JOIN lindero.%1$I c ON %2$s '
                       'WHERE t.pub_to = $1 AND c.pub_to IS NULL AND c.pub_from > $1 AND c.valid && t.valid', target, same)
            INTO obstacle USING undone;
    END IF;
    RETURN obstacle;
END
$$;
COMMENT ON FUNCTION lindero.revert_obstacle(text, bigint) IS
    'The publication that must be undone before the given one can be; null where there is none.';
