package co.lindero.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.lindero.platform.db.Database;
import co.lindero.platform.db.GdalTarget;
import co.lindero.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
    private static TestDatabase database;
    private static GdalTarget target;

    @TempDir
    Path folder;

    private Gdal gdal;

    @BeforeAll
    static void createDatabase() throws SQLException {
        database = TestDatabase.create();
        sql("CREATE SCHEMA IF NOT EXISTS lindero_staging");
        try (Database opened = database.open()) {
            target = opened.gdalTarget();
        }
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void findGdal() {
        gdal = Deliveries.gdal(folder);
    }

    @Test
    void stagesInTheStorageCrsWithoutPersonalColumns() throws Exception {
        Path file = Deliveries.squares(
                folder.resolve("U_TERRENO.geojson"),
                -76.35,
                3.41,
                0.001,
                "{\"CODIGO\":\"761300101000001230045000000000\",\"DIRECCION\":\"K 1 \\\"Ñ\\\"\",\"NOMBRE_PRO\":\"PEREZ\"}",
                "{\"CODIGO\":\"761300101000001230046000000000\",\"NOMBRE_PRO\":null}");
        List<Double> progress = new ArrayList<>();
        StagedLayer staged = stage(file, LoadKind.PARCELS, "parcels", progress);
        assertThat(sql("SELECT fid, \"CODIGO\", \"DIRECCION\" FROM lindero_staging.parcels ORDER BY fid"))
                .isEqualTo("1|761300101000001230045000000000|K 1 \"Ñ\"\n2|761300101000001230046000000000|");
        assertThat(sql("SELECT string_agg(column_name, ',' ORDER BY ordinal_position)"
                        + " FROM information_schema.columns WHERE table_name = 'parcels'"))
                .isEqualTo("fid,CODIGO,DIRECCION,geom");
        assertThat(sql("SELECT relpersistence FROM pg_class WHERE relname = 'parcels'"))
                .isEqualTo("u");
        assertThat(sql("SELECT st_srid(geom), round(st_xmin(geom)), round(st_ymin(geom))"
                        + " FROM lindero_staging.parcels WHERE fid = 1"))
                .isEqualTo("9377|4627821|1935458");
        assertThat(sql("SELECT count(*) FROM spatial_ref_sys WHERE srid >= 900914"))
                .isEqualTo("0");
        assertThat(staged.personal()).containsExactly(Map.entry("NOMBRE_PRO", 1L));
        assertThat(staged.findings()).extracting(SourceFinding::code).containsExactly("personal-columns-skipped");
        assertThat(progress).isSorted().endsWith(1.0);
    }

    @Test
    void straightensCurvesAndDropsHeights() throws Exception {
        Path csv = Deliveries.text(
                folder.resolve("arcos.csv"),
                "code,wkt\nA,\"CURVEPOLYGON Z (CIRCULARSTRING Z (-76.36 3.41 1, -76.35 3.42 1, -76.34 3.41 1, -76.35 3.40 1, -76.36 3.41 1))\"\n",
                StandardCharsets.UTF_8);
        Path gpkg = Deliveries.convert(
                csv,
                folder.resolve("arcos.gpkg"),
                "-oo",
                "GEOM_POSSIBLE_NAMES=wkt",
                "-a_srs",
                "EPSG:4326",
                "-nlt",
                "CURVEPOLYGONZ");
        StagedLayer staged = stage(gpkg, LoadKind.ZONES, "curves", new ArrayList<>());
        assertThat(staged.findings())
                .extracting(SourceFinding::code)
                .containsExactly("heights-dropped", "curves-straightened");
        assertThat(sql("SELECT st_geometrytype(geom), st_ndims(geom), st_npoints(geom) > 50"
                        + " FROM lindero_staging.curves"))
                .isEqualTo("ST_MultiPolygon|2|t");
    }

    @Test
    void keepsOddColumnNamesApart() throws Exception {
        String record =
                "{\"code\":\"A\",\"fid\":7,\"geom\":\"g\",\"a \\\"b\\\", c\":\"x\",\"Año\":2024,\"Code\":\"B\"}";
        Path file = Deliveries.squares(folder.resolve("nombres raros.geojson"), -76.35, 3.41, 0.001, record);
        StagedLayer staged = stage(file, LoadKind.ZONES, "odd", new ArrayList<>());
        assertThat(staged.staged("fid")).isEqualTo("fid_1");
        assertThat(sql("SELECT fid, fid_1, geom_1, \"a \"\"b\"\", c\", \"Año\", code, \"Code_1\""
                        + " FROM lindero_staging.odd"))
                .isEqualTo("1|7|g|x|2024|A|B");
    }

    @Test
    void stagesATableWithoutGeometry() throws Exception {
        Path csv = Deliveries.text(
                folder.resolve("normas.csv"), "code;label\n01;Primera\n02;Segunda\n", StandardCharsets.UTF_8);
        StagedLayer staged = stage(csv, LoadKind.ZONES, "plain", new ArrayList<>());
        assertThat(staged.hasGeometry()).isFalse();
        assertThat(sql("SELECT fid, code, label FROM lindero_staging.plain ORDER BY 1"))
                .isEqualTo("1|01|Primera\n2|02|Segunda");
    }

    @Test
    void keepsNullAndEmptyGeometries() throws Exception {
        Path csv = Deliveries.text(
                folder.resolve("vacias.csv"),
                "code;wkt\nA;\nB;POLYGON EMPTY\nC;POLYGON((-76.3 3.4,-76.2 3.4,-76.2 3.5,-76.3 3.4))\n",
                StandardCharsets.UTF_8);
        Path file = Deliveries.convert(
                csv, folder.resolve("vacias.gpkg"), "-oo", "GEOM_POSSIBLE_NAMES=wkt", "-a_srs", "EPSG:4326");
        stage(file, LoadKind.ZONES, "empties", new ArrayList<>());
        assertThat(sql("SELECT string_agg(code || coalesce(st_isempty(geom)::text, '-'), ',' ORDER BY fid)"
                        + " FROM lindero_staging.empties"))
                .isEqualTo("A-,Btrue,Cfalse");
    }

    @Test
    void stagesATextCutOffInTheMiddleOfACharacter() throws Exception {
        Path json = Deliveries.squares(
                folder.resolve("c.geojson"), -76.35, 3.41, 0.001, "{\"code\":\"A\",\"label\":\"1234X\"}");
        Path shp =
                Deliveries.convert(json, folder.resolve("corte.shp"), "-lco", "ENCODING=UTF-8", "-lco", "RESIZE=YES");
        Path dbf = folder.resolve("corte.dbf");
        byte[] bytes = Files.readAllBytes(dbf);
        int cut = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("1234X") + 4;
        bytes[cut] = (byte) 0xc3;
        Files.write(dbf, bytes);
        stage(shp, LoadKind.ZONES, "cut", new ArrayList<>());
        assertThat(sql("SELECT left(label, 4) FROM lindero_staging.cut")).isEqualTo("1234");
    }

    @Test
    void saysThatTheDatabaseIsAway() throws Exception {
        Path file = Deliveries.squares(folder.resolve("z.geojson"), -76.35, 3.41, 0.001, "{\"code\":\"A\"}");
        GdalTarget away = new GdalTarget("PG:host=" + folder + " dbname=none", Map.of(), true);
        try (SourceFile source = SourceFile.open(gdal, file, ReadOptions.ofFile())) {
            LayerInfo layer = source.layer();
            ResolvedMapping mapping = resolve(layer, LoadKind.ZONES);
            assertThatThrownBy(() -> Staging.stage(
                            source,
                            layer,
                            mapping,
                            new Staging.Destination(away, "lindero_staging", "away", 9377, share -> {})))
                    .hasMessageContaining("database-unavailable");
        }
    }

    private StagedLayer stage(Path file, LoadKind kind, String table, List<Double> progress) {
        try (SourceFile source = SourceFile.open(gdal, file, ReadOptions.ofFile())) {
            LayerInfo layer = source.layer();
            return Staging.stage(
                    source,
                    layer,
                    resolve(layer, kind),
                    new Staging.Destination(target, "lindero_staging", table, 9377, progress::add));
        }
    }

    private static ResolvedMapping resolve(LayerInfo layer, LoadKind kind) {
        return Profiles.standard().choose(kind, layer).resolve(kind, layer, PersonalColumns.standard());
    }

    /** Runs a statement; rows become lines, columns are separated by a bar. */
    private static String sql(String statement) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = database.connect();
                Statement runner = connection.createStatement()) {
            boolean rows = runner.execute(statement);
            ResultSet result = rows ? runner.getResultSet() : null;
            while (result != null && result.next()) {
                text.append(text.isEmpty() ? "" : "\n");
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String value = result.getString(i);
                    text.append(i == 1 ? "" : "|").append(value == null ? "" : value);
                }
            }
        }
        return text.toString();
    }
}
