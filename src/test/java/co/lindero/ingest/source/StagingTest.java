package co.lindero.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.lindero.platform.db.GdalTarget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
    private static StagingServer server;

    @TempDir
    Path folder;

    private Gdal gdal;

    @BeforeAll
    static void start() throws Exception {
        server = new StagingServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
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
        assertThat(server.sql("SELECT fid, \"CODIGO\", \"DIRECCION\" FROM lindero_staging.parcels ORDER BY fid"))
                .isEqualTo("1|761300101000001230045000000000|K 1 \"Ñ\"\n2|761300101000001230046000000000|");
        assertThat(server.sql("SELECT string_agg(column_name, ',' ORDER BY ordinal_position)"
                        + " FROM information_schema.columns WHERE table_name = 'parcels'"))
                .isEqualTo("fid,CODIGO,DIRECCION,geom");
        assertThat(server.sql("SELECT relpersistence FROM pg_class WHERE relname = 'parcels'"))
                .isEqualTo("u");
        assertThat(server.sql("SELECT st_srid(geom), round(st_xmin(geom)), round(st_ymin(geom))"
                        + " FROM lindero_staging.parcels WHERE fid = 1"))
                .isEqualTo("9377|4628030|1935272");
        assertThat(server.sql("SELECT count(*) FROM spatial_ref_sys WHERE srid >= 900914"))
                .isEqualTo("0");
        assertThat(staged.personal()).containsExactly(Map.entry("NOMBRE_PRO", 1L));
        assertThat(staged.findings()).extracting(SourceFinding::code).containsExactly("personal-columns-skipped");
        assertThat(progress).isSorted().endsWith(1.0);
    }

    @Test
    void straightensCurvesAndDropsHeights() throws Exception {
        Path csv = Deliveries.text(
                folder.resolve("arcos.csv"),
                "code,wkt\nA,\"CURVEPOLYGON Z (CIRCULARSTRING Z (0 0 1, 5 5 1, 10 0 1, 5 -5 1, 0 0 1))\"\n",
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
        assertThat(server.sql("SELECT st_geometrytype(geom), st_ndims(geom), st_npoints(geom) > 50"
                        + " FROM lindero_staging.curves"))
                .isEqualTo("ST_Polygon|2|t");
    }

    @Test
    void keepsOddColumnNamesApart() throws Exception {
        String record =
                "{\"code\":\"A\",\"fid\":7,\"geom\":\"g\",\"a \\\"b\\\", c\":\"x\",\"Año\":2024,\"Code\":\"B\"}";
        Path file = Deliveries.squares(folder.resolve("nombres raros.geojson"), -76.35, 3.41, 0.001, record);
        StagedLayer staged = stage(file, LoadKind.ZONES, "odd", new ArrayList<>());
        assertThat(staged.staged("fid")).isEqualTo("fid_1");
        assertThat(server.sql("SELECT fid, fid_1, geom_1, \"a \"\"b\"\", c\", \"Año\", code, \"Code\""
                        + " FROM lindero_staging.odd"))
                .isEqualTo("1|7|g|x|2024|A|B");
    }

    @Test
    void stagesATableWithoutGeometry() throws Exception {
        Path csv = Deliveries.text(
                folder.resolve("normas.csv"), "code;label\n01;Primera\n02;Segunda\n", StandardCharsets.UTF_8);
        StagedLayer staged = stage(csv, LoadKind.ZONES, "plain", new ArrayList<>());
        assertThat(staged.hasGeometry()).isFalse();
        assertThat(server.sql("SELECT fid, code, label FROM lindero_staging.plain ORDER BY 1"))
                .isEqualTo("1|01|Primera\n2|02|Segunda");
    }

    @Test
    void keepsNullAndEmptyGeometries() throws Exception {
        Path file = Files.writeString(folder.resolve("vacias.geojson"), """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"code":"A"},"geometry":null},
                {"type":"Feature","properties":{"code":"B"},"geometry":{"type":"Polygon","coordinates":[]}},
                {"type":"Feature","properties":{"code":"C"},"geometry":{"type":"Polygon","coordinates":
                [[[-76.35,3.41],[-76.34,3.41],[-76.34,3.42],[-76.35,3.41]]]}}]}
                """);
        stage(file, LoadKind.ZONES, "empties", new ArrayList<>());
        assertThat(server.sql("SELECT string_agg(code || coalesce(st_isempty(geom)::text, '-'), ',' ORDER BY fid)"
                        + " FROM lindero_staging.empties"))
                .isEqualTo("A-,Btrue,Cfalse");
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
                    new Staging.Destination(server.target(), "lindero_staging", table, 9377, progress::add));
        }
    }

    private static ResolvedMapping resolve(LayerInfo layer, LoadKind kind) {
        return Profiles.standard().choose(kind, layer).resolve(kind, layer, PersonalColumns.standard());
    }
}
