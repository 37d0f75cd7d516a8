-- A schema of its own for each load; its name is made by the program and checked here once more.
CREATE OR REPLACE FUNCTION lindero.make_workspace(schema text) RETURNS text
    LANGUAGE plpgsql AS $$
BEGIN
    IF schema !~ '^lindero_load_[0-9a-f]{32}$' THEN
        RAISE EXCEPTION 'not the name of a workspace: %', schema;
    END IF;
    EXECUTE format('CREATE SCHEMA %I', schema);
    -- the tables of a load are small for the planner and its geometry is dear: let workers share it early
    PERFORM set_config('min_parallel_table_scan_size', '512kB', false);
    RETURN set_config('search_path', format('%I, lindero, public', schema), false);
END
$$;
COMMENT ON FUNCTION lindero.make_workspace(text) IS 'Makes the schema of a load and puts it first on the search path.';

CREATE OR REPLACE FUNCTION lindero.drop_workspace(schema text) RETURNS text
    LANGUAGE plpgsql AS $$
BEGIN
    IF schema !~ '^lindero_load_[0-9a-f]{32}$' THEN
        RAISE EXCEPTION 'not the name of a workspace: %', schema;
    END IF;
    SET LOCAL client_min_messages = warning;
    EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', schema);
    PERFORM pg_advisory_unlock(hashtext(schema));
    RESET search_path;
    RESET min_parallel_table_scan_size;
    RETURN current_setting('search_path');
END
$$;
COMMENT ON FUNCTION lindero.drop_workspace(text) IS 'Drops the schema of a load and what lies in it.';

-- A place of a finding as GeoJSON in longitude, latitude; null where the coordinates are such that the projection has none.
CREATE OR REPLACE FUNCTION lindero.place_in_degrees(place geometry) RETURNS text
    LANGUAGE plpgsql STABLE STRICT AS $$
BEGIN
    RETURN ST_AsGeoJSON(ST_Transform(ST_Centroid(place), 4326), 7);
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION lindero.place_in_degrees(geometry) IS 'GeoJSON point in longitude, latitude; null where it cannot be had.';
