package co.lindero.sql;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.db.Database;
import co.lindero.platform.db.Sql;
import co.lindero.support.TestDatabase;
import java.util.Map;
import java.util.regex.Matcher;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queries that answers hang on find their rows by index among 20,000 parcels and 20,000 zones. */
class IndexUseTest {
    private static final String DAY = "2026-11-22";

    private static TestDatabase database;
    private static Database open;

    @BeforeAll
    static void fill() {
        database = TestDatabase.create();
        open = database.open();
        open.write(handle -> {
            handle.execute("""
                    INSERT INTO lindero.parcel (municipality, dataset, number, previous_number, nupre, folio, geom, planar_m2,
                                                ellipsoid_m2, valid, content_hash, pub_from)
                    SELECT '76130', 'd', '76130' || lpad(i::text, 25, '0'), lpad(i::text, 20, '0'), lpad(i::text, 11, 'A'),
                           '378-' || i, ST_Multi(g.box), 100, 100, '(,)', md5(i::text)::uuid, 1
                    FROM generate_series(1, 20000) AS i
                    CROSS JOIN LATERAL (SELECT ST_MakeEnvelope(4628000 + 10 * (i % 200), 1935000 + 10 * (i / 200),
                                               4628010 + 10 * (i % 200), 1935010 + 10 * (i / 200), 9377) AS box) g
                    """);
            handle.execute("""
                    INSERT INTO lindero.building (municipality, dataset, number, parcel, geom, planar_m2, valid, content_hash, pub_from)
                    SELECT p.municipality, 'b', p.number, CASE WHEN p.id % 2 = 0 THEN p.number END, p.geom, p.planar_m2, '(,)',
                           p.content_hash, 1
                    FROM lindero.parcel p
                    """);
            handle.execute(
                    "INSERT INTO lindero.layer (municipality, plan, theme) VALUES ('76130', 'P1', 'hazard-flood')");
            handle.execute("""
                    INSERT INTO lindero.zone (layer, municipality, plan, theme, dataset, code, attributes, geom, valid,
                                              content_hash, pub_from)
                    SELECT l.id, '76130', 'P1', 'hazard-flood', 'd', 'Z', '{}', ST_Multi(p.geom), '(,)', p.content_hash, 1
                    FROM lindero.parcel p
                    CROSS JOIN lindero.layer l
                    """);
            handle.execute("INSERT INTO lindero.derived_scope (municipality, plan, theme, during)"
                    + " VALUES ('76130', 'P1', 'hazard-flood', '(,)')");
            return handle.execute("""
                    INSERT INTO lindero.derived_part (scope_id, parcel_id, role)
                    SELECT s.id, p.id, 'summary' FROM lindero.derived_scope s CROSS JOIN lindero.parcel p
                    """);
        });
        open.jdbi().useHandle(handle -> handle.execute("ANALYZE"));
    }

    @AfterAll
    static void drop() {
        open.close();
        database.close();
    }

    private static String explain(Handle handle, String sql, Map<String, ?> values) {
        try (Query query = handle.createQuery("EXPLAIN " + sql)) {
            return String.join("\n", query.bindMap(values).mapTo(String.class).list());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "find_by_number, 761300000000000000000000000077, parcel_number",
        "find_by_previous_number, 00000000000000000077, parcel_previous_number",
        "find_by_nupre, AAAAAAAAA77, parcel_nupre",
    })
    void aParcelIsFoundByItsNames(String file, String value, String index) {
        String plan = open.read(
                handle -> explain(handle, Sql.query("parcel/" + file), Map.of("value", value, "onDay", DAY, "at", 1L)));
        assertThat(plan).containsPattern(index + "|parcel_current").doesNotContain("Seq Scan");
    }

    @Test
    void parcelsAreFoundByFolio() {
        String plan = open.read(handle -> explain(
                handle,
                Sql.query("parcel/search_by_folio").replace(":municipality", "'76130'"),
                Map.of("folio", "378-77", "after", "", "onDay", DAY, "at", 1L, "limit", 10)));
        assertThat(plan).contains("parcel_folio");
    }

    @Test
    void parcelsAreFoundByPlace() {
        String plan = open.read(handle -> explain(
                handle,
                Sql.query("parcel/search_by_place").replace(":municipality", "'76130'"),
                Map.of("lon", -76.36, "lat", 3.41, "srid", 9377, "after", "", "onDay", DAY, "at", 1L, "limit", 10)));
        assertThat(plan).contains("parcel_geom");
    }

    @Test
    void theGroundOfACheckIsFoundByNumberAndPlace() {
        String plan = open.read(handle -> explain(
                handle,
                Sql.query("licence/find_ground"),
                Map.of(
                        "value",
                        "761300000000000000000000000077",
                        "onDay",
                        DAY,
                        "at",
                        1L,
                        "reach",
                        3.0,
                        "geojson",
                        "{\"type\":\"Point\",\"coordinates\":[0,0]}",
                        "srid",
                        9377,
                        "storage",
                        9377)));
        assertThat(plan)
                .contains("parcel_geom", "building_geom")
                .containsPattern("parcel_number|parcel_current")
                .containsPattern("building_parcel|building_current")
                .doesNotContain("Seq Scan on building")
                .doesNotContain("Seq Scan on parcel");
    }

    @Test
    void keptPartsAreFoundByParcel() {
        String plan = open.read(handle -> explain(
                handle,
                Sql.query("landuse/list_kept_parts"),
                Map.of("parcel", 77L, "municipality", "76130", "plan", "P1", "onDay", DAY)));
        assertThat(plan).contains("derived_part_parcel");
    }

    @Test
    void zonesNearAParcelAreFoundByLayerAndPlace() {
        String plan = open.read(handle -> explain(
                handle,
                body(
                        handle,
                        "theme_near",
                        Map.of(
                                "parcel_ids", "ARRAY[77::bigint]",
                                "of_municipality", "'76130'",
                                "chain", "ARRAY['P1']",
                                "of_theme", "'hazard-flood'",
                                "on_day", "DATE '2026-11-22'",
                                "at", "1",
                                "margin", "CAST(0 AS double precision)")),
                Map.of()));
        assertThat(plan).contains("zone_piece_layer_geom").contains("parcel_pkey");
    }

    /** Returns the query that a function in PL/pgSQL returns, with values in the place of its parameters. */
    private static String body(Handle handle, String function, Map<String, String> values) {
        String source = handle.createQuery("SELECT prosrc FROM pg_proc WHERE proname = :name")
                .bind("name", function)
                .mapTo(String.class)
                .one()
                .replaceAll("--[^\\n]*", "");
        String query = source.substring(
                source.indexOf("RETURN QUERY") + "RETURN QUERY".length(),
                source.lastIndexOf(';', source.lastIndexOf("END")));
        for (Map.Entry<String, String> value : values.entrySet()) {
            query = query.replaceAll(
                    "(?<![\\w.])" + value.getKey() + "(?!\\w)", Matcher.quoteReplacement(value.getValue()));
        }
        return query;
    }

    @Test
    void projectsOnAParcelAreFoundByPlaceParcelAndTerritory() {
        open.jdbi().useHandle(handle -> {
            handle.execute("""
                    INSERT INTO lindero.project_place (project_id, place, kind, geom, parcel, territory_kind, territory)
                    SELECT i, 1, 'obra', CASE i % 3 WHEN 0 THEN ST_SetSRID(ST_MakePoint(4628000 + i, 1935000), 9377) END,
                           CASE i % 3 WHEN 1 THEN i::text END, CASE i % 3 WHEN 2 THEN 'vereda' END, CASE i % 3 WHEN 2 THEN i::text END
                    FROM generate_series(1, 30000) AS i
                    """);
            handle.execute("ANALYZE lindero.project_place");
        });
        String plan = open.read(handle -> explain(
                handle,
                Sql.query("investment/list_on_parcel"),
                Map.of(
                        "parcel",
                        77L,
                        "asked",
                        "1",
                        "municipality",
                        "76130",
                        "onDay",
                        DAY,
                        "at",
                        1L,
                        "withinM",
                        100.0)));
        assertThat(plan)
                .contains("project_place_geom", "project_place_parcel", "project_place_territory")
                .doesNotContain("Seq Scan on project_place");
    }
}
