-- What a zone states of hazard and risk, for the risk of a parcel, the licence check and the projects alike: its level and whether
-- the risk can be mitigated.
--   rank  3 Alta, 2 Media, 1 Baja, 0 a zone whose level is not stated; levels of LADM_COL (POT_CategoriaAmenazaTipo).

-- The rank that a text names, by its words, whatever their case, accents and gender; the highest where it names several.
CREATE OR REPLACE FUNCTION lindero.level_in(named text) RETURNS smallint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN string_to_array(lindero.folded_value(named), '_') && '{alta,alto,altas,altos,high}' THEN 3
        WHEN string_to_array(lindero.folded_value(named), '_') && '{media,medio,medias,medios,moderada,moderado,medium}' THEN 2
        WHEN string_to_array(lindero.folded_value(named), '_') && '{baja,bajo,bajas,bajos,low}' THEN 1
        ELSE 0 END;
COMMENT ON FUNCTION lindero.level_in(text) IS 'Rank of the hazard level that a text names: 3 Alta, 2 Media, 1 Baja, 0 none.';

-- An attribute of a zone by the first of its names that is there, case and accents aside; null where none is.
-- plpgsql, which keeps its plan: a function in SQL with a query in it is planned anew in each statement.
CREATE OR REPLACE FUNCTION lindero.zone_attribute(attributes jsonb, names text[]) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT nullif(btrim(a.value), '')
        FROM jsonb_each_text(attributes) a
        WHERE lindero.folded_value(a.key) = ANY (names) AND nullif(btrim(a.value), '') IS NOT NULL
        ORDER BY array_position(names, lindero.folded_value(a.key)), a.key
        LIMIT 1);
END
$$;
COMMENT ON FUNCTION lindero.zone_attribute(jsonb, text[]) IS 'Value of the first of some attributes of a zone, found by folded name.';

-- The level of a zone: what its attribute states, else what its code names.
CREATE OR REPLACE FUNCTION lindero.zone_rank(code text, attributes jsonb) RETURNS smallint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN attributes = '{}' THEN lindero.level_in(code)
                ELSE lindero.level_in(coalesce(
                         lindero.zone_attribute(attributes, '{level,nivel,categoria_amenaza,categoria_riesgo}'), code)) END;
COMMENT ON FUNCTION lindero.zone_rank(text, jsonb) IS
    'Rank of a zone''s level by attribute level, nivel, categoria_amenaza or categoria_riesgo, else by its code.';

-- Whether a zone states that its risk can be mitigated, by its code, its label and its attributes level, nivel, categoria_riesgo,
-- tipo_riesgo, mitigabilidad and mitigable: false where any of them says "no mitigable" or the last two say no; null where
-- none speaks of it.
CREATE OR REPLACE FUNCTION lindero.zone_mitigable(code text, label text, attributes jsonb) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT CASE WHEN w.words ~ '(^|_)(no|non|not)_mitiga(ble|bles)(_|$)' OR w.answers && '{no,false,f,0}' THEN false
                    WHEN w.words ~ '(^|_)mitiga(ble|bles)(_|$)' OR w.answers && '{si,yes,true,t,1}' THEN true END
        FROM (
            SELECT concat_ws('__', lindero.folded_value(zone_mitigable.code), lindero.folded_value(zone_mitigable.label),
                             string_agg(lindero.folded_value(a.value), '__' ORDER BY a.key)) AS words,
                   array_agg(lindero.folded_value(a.value))
                       FILTER (WHERE lindero.folded_value(a.key) IN ('mitigable', 'mitigabilidad')) AS answers
            FROM jsonb_each_text(coalesce(zone_mitigable.attributes, '{}')) a
            WHERE lindero.folded_value(a.key) IN ('level', 'nivel', 'categoria_riesgo', 'tipo_riesgo', 'mitigabilidad', 'mitigable')
        ) w);
END
$$;
COMMENT ON FUNCTION lindero.zone_mitigable(text, text, jsonb) IS
    'False where a zone states that its risk cannot be mitigated, true where it states that it can, null where it says neither.';
