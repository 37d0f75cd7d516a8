-- Turns what GDAL wrote (table "raw" of the load's own schema, on the search path) into table "record": a text column for
-- each target of the load, the attributes that are kept, and the geometry as it was read.
--   mapping     [{"target", "column", "constant", "values": {"as in the file": "canonical"}}]
--   attributes  columns kept as attributes
-- Texts are trimmed; empty ones and the words null and <null> count as missing.
CREATE OR REPLACE FUNCTION lindero.create_load_record(mapping jsonb, attributes text[]) RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    columns text := '';
    kept text := '';
    item jsonb;
    expression text;
    has_geom boolean;
    rows bigint;
BEGIN
    SELECT EXISTS (SELECT FROM pg_attribute
                   WHERE attrelid = 'raw'::regclass AND attname = 'geom' AND NOT attisdropped) INTO has_geom;
    FOR item IN SELECT jsonb_array_elements(mapping) LOOP
        IF item ->> 'column' IS NOT NULL THEN
            expression := format('CASE WHEN lower(btrim(%1$I::text)) IN ('''', ''null'', ''<null>'') THEN NULL '
                                 'ELSE btrim(%1$I::text) END', item ->> 'column');
            IF jsonb_typeof(item -> 'values') = 'object' THEN
                expression := format('coalesce(%1$L::jsonb ->> (%2$s), %2$s)', item -> 'values', expression);
            END IF;
        ELSE
            expression := format('%L::text', item ->> 'constant');
        END IF;
        columns := columns || format(', %s AS %I', expression, item ->> 'target');
    END LOOP;
    SELECT string_agg(format('%L, %I', name, name), ', ') FROM unnest(attributes) AS name INTO kept;
    EXECUTE format('CREATE UNLOGGED TABLE record AS SELECT fid::bigint AS fid%s, %s AS attributes, %s AS geom FROM raw',
                   columns,
                   CASE WHEN kept IS NULL THEN '''{}''::jsonb' ELSE format('jsonb_build_object(%s)', kept) END,
                   CASE WHEN has_geom THEN 'geom' ELSE 'NULL::geometry' END);
    GET DIAGNOSTICS rows = ROW_COUNT;
    RETURN rows;
END
$$;
COMMENT ON FUNCTION lindero.create_load_record(jsonb, text[]) IS
    'Maps the columns of a staged layer to the targets of a load; returns the number of records.';

-- A number as files write them: 1.234,56 or 1,234.56 or 1234.56; null where the text is none.
CREATE OR REPLACE FUNCTION lindero.number_from(text) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN $1 ~ '^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$' THEN $1::double precision
        WHEN $1 ~ '^[+-]?\d{1,3}(\.\d{3})*,\d+$' OR $1 ~ '^[+-]?\d+,\d+$'
            THEN replace(replace($1, '.', ''), ',', '.')::double precision
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
