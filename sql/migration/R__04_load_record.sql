-- A value brought to one form: lower case, without the accents of Spanish, every run of other characters than letters and
-- digits as one underscore, none at the ends.
CREATE OR REPLACE FUNCTION lindero.folded_value(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(translate(lower($1), 'áéíóúüñÁÉÍÓÚÜÑ', 'aeiouunaeiouun'), '[^a-z0-9]+', '_', 'g'), '_');
COMMENT ON FUNCTION lindero.folded_value(text) IS 'Value without case, accents and punctuation, as mappings compare it.';

-- Turns what GDAL wrote (table "raw" of the load's own schema, on the search path) into table "record": a text column for
-- each target of the load, the attributes that are kept, the values that the mapping does not know, and the geometry.
--   targets     names of all targets of the kind of load
--   mapping     [{"target", "columns": [..], "constant", "values": {exact: canonical}, "foldedValues": {folded: canonical}}]
--   attributes  columns kept as attributes: [{"name", "column"}]
-- A record is named by its position, of a spreadsheet by the number of the row that the spreadsheet shows (column __row).
-- Texts are trimmed; empty ones and the words null and <null> count as missing.
CREATE OR REPLACE FUNCTION lindero.create_load_record(targets text[], mapping jsonb, attributes jsonb) RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    target text;
    item jsonb;
    col text;
    value text;
    pieces text[];
    columns text := '';
    unmapped text := '';
    kept text;
    has_geom boolean;
    has_row boolean;
    rows bigint;
BEGIN
    SELECT EXISTS (SELECT FROM pg_attribute
                   WHERE attrelid = 'raw'::regclass AND attname = 'geom' AND NOT attisdropped) INTO has_geom;
    SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'raw'::regclass AND attname = '__row') INTO has_row;
    FOREACH target IN ARRAY targets LOOP
        SELECT m INTO item FROM jsonb_array_elements(mapping) m WHERE m ->> 'target' = target;
        IF item IS NULL THEN
            columns := columns || format(', NULL::text AS %I', target);
            CONTINUE;
        END IF;
        pieces := '{}';
        FOR col IN SELECT jsonb_array_elements_text(item -> 'columns') LOOP
            value := format('CASE WHEN lower(btrim(%1$I::text)) IN ('''', ''null'', ''<null>'') THEN NULL '
                            'ELSE btrim(%1$I::text) END', col);
            IF item -> 'values' <> '{}' OR item -> 'foldedValues' <> '{}' THEN
                unmapped := unmapped || format(
                    ', %1$L, CASE WHEN %2$s IS NOT NULL AND %3$L::jsonb ->> (%2$s) IS NULL '
                    'AND %4$L::jsonb ->> lindero.folded_value(%2$s) IS NULL '
                    'AND NOT EXISTS (SELECT FROM jsonb_each_text(%3$L::jsonb || %4$L::jsonb) v WHERE v.value = (%2$s)) '
                    'THEN %2$s END', target, value, item -> 'values', item -> 'foldedValues');
                value := format('coalesce(%2$L::jsonb ->> (%1$s), %3$L::jsonb ->> lindero.folded_value(%1$s), %1$s)',
                                value, item -> 'values', item -> 'foldedValues');
            END IF;
            pieces := pieces || value;
        END LOOP;
        columns := columns || ', ' || CASE
            WHEN cardinality(pieces) = 0 THEN format('%L::text', item ->> 'constant')
            WHEN cardinality(pieces) = 1 THEN pieces[1]
            ELSE format('nullif(concat_ws('' '', %s), '''')', array_to_string(pieces, ', ')) END
            || format(' AS %I', target);
    END LOOP;
    -- in portions: a function takes 100 arguments at the most
    SELECT string_agg(format('jsonb_build_object(%s)', p.pairs), ' || ' ORDER BY p.portion) INTO kept
    FROM (SELECT (a.ordinality - 1) / 50 AS portion,
                 string_agg(format('%L, %I', a.value ->> 'name', a.value ->> 'column'), ', ' ORDER BY a.ordinality) AS pairs
          FROM jsonb_array_elements(attributes) WITH ORDINALITY a
          GROUP BY portion) AS p;
    EXECUTE format(
        'CREATE UNLOGGED TABLE record AS SELECT %s::bigint AS fid%s, %s AS attributes, %s AS unmapped, %s AS geom FROM raw',
        CASE WHEN has_row THEN '__row' ELSE 'fid' END,
        columns,
        coalesce(kept, '''{}''::jsonb'),
        CASE WHEN unmapped = '' THEN 'NULL::jsonb' ELSE format('jsonb_strip_nulls(jsonb_build_object(%s))', substr(unmapped, 3)) END,
        -- a collection of one kind is what it collects; one of several kinds stays, and is refused by its name
        CASE WHEN has_geom THEN 'CASE WHEN GeometryType(geom) = ''GEOMETRYCOLLECTION'' AND NOT ST_IsEmpty(geom) '
                                'THEN ST_CollectionHomogenize(geom) ELSE geom END' ELSE 'NULL::geometry' END);
    GET DIAGNOSTICS rows = ROW_COUNT;
    RETURN rows;
END
$$;
COMMENT ON FUNCTION lindero.create_load_record(text[], jsonb, jsonb) IS
    'Maps the columns of a staged layer to the targets of a load; returns the number of records.';

-- A number as files write them: 1.234,56 or 1,234.56 or 1234.56; null where the text is none. One point alone is a decimal
-- point; powers of ten stop at 99, where no figure of ours can be.
CREATE OR REPLACE FUNCTION lindero.number_from(text) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN length($1) > 60 THEN NULL
        WHEN $1 ~ '^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?$' THEN $1::double precision
        WHEN $1 ~ '^[+-]?\d{1,3}(\.\d{3})*,\d+$' OR $1 ~ '^[+-]?\d*,\d+$'
            THEN replace(replace($1, '.', ''), ',', '.')::double precision
        WHEN $1 ~ '^[+-]?\d{1,3}(\.\d{3}){2,}$' THEN replace($1, '.', '')::double precision
        WHEN $1 ~ '^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$' THEN replace($1, ',', '')::double precision END;
COMMENT ON FUNCTION lindero.number_from(text) IS 'Number written with a decimal point or a decimal comma; null where the text is none.';

-- The condition of property that position 22 of a 30-digit number says (Resolución IGAC 70 de 2011), as the official value.
CREATE OR REPLACE FUNCTION lindero.property_condition(number text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE substr(number, 22, 1)
        WHEN '0' THEN 'NPH'
        WHEN '2' THEN 'Informal'
        WHEN '3' THEN 'Bien_Uso_Publico'
        WHEN '4' THEN 'Via'
        WHEN '5' THEN 'Mejora.NPH'
        WHEN '6' THEN 'Mejora.PH'
        WHEN '7' THEN CASE WHEN substr(number, 23, 8) = '00000000' THEN 'Parque_Cementerio.Matriz'
                           ELSE 'Parque_Cementerio.Unidad_Predial' END
        WHEN '8' THEN CASE WHEN substr(number, 23, 8) = '00000000' THEN 'Condominio.Matriz'
                           ELSE 'Condominio.Unidad_Predial' END
        WHEN '9' THEN CASE WHEN substr(number, 23, 8) = '00000000' THEN 'PH.Matriz' ELSE 'PH.Unidad_Predial' END END;
COMMENT ON FUNCTION lindero.property_condition(text) IS 'Official value of the property condition in a 30-digit parcel number; null where position 22 is impossible.';
