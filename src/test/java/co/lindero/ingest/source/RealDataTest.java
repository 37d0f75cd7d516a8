package co.lindero.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.lindero.platform.db.Database;
import co.lindero.platform.problem.Problem;
import co.lindero.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens files that others made; runs where {@code LINDERO_REAL_DATA} names their folder. */
@Tag("real-data")
@EnabledIfEnvironmentVariable(named = "LINDERO_REAL_DATA", matches = ".+")
class RealDataTest {
    private static final List<String> FOLDERS = List.of(
            "admin_colombia", "cali/basemaps", "colombia_predios", "foreign_pairs", "hazard_girardota", "nasty");

    @TempDir
    Path folder;

    /** Every file opens, or is refused with a problem; nothing else may come out. */
    @TestFactory
    Stream<DynamicTest> opensOrRefuses() throws IOException {
        Gdal gdal = Deliveries.gdal(folder);
        return FOLDERS.stream()
                .flatMap(RealDataTest::files)
                .map(file ->
                        DynamicTest.dynamicTest(root().relativize(file).toString(), () -> openOrRefuse(gdal, file)));
    }

    private static void openOrRefuse(Gdal gdal, Path file) {
        try (SourceFile source = SourceFile.open(gdal, file, ReadOptions.ofFile())) {
            assertThat(source.layers()).isNotEmpty();
            Inspection inspection =
                    Inspection.of(source, java.util.Optional.empty(), Profiles.standard(), PersonalColumns.standard());
            assertThat(inspection.render(co.lindero.platform.problem.Language.ES))
                    .isNotBlank();
        } catch (Problem problem) {
            assertThat(problem.detail(co.lindero.platform.problem.Language.ES))
                    .contains(String.valueOf(file.getFileName()));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            admin_colombia/co_2018_MGN_MPIO_POLITICO.geojson,                      1122, EPSG:4326
            colombia_predios/acandi_predios/predios.geojson,                       34,   EPSG:4686
            cali/basemaps/veredas,                                                 98,   EPSG:6249
            cali/basemaps/barrios/barrios.shp,                                     335,  EPSG:4326
            foreign_pairs/pe_catastro_urbano/tg_lote.geojson,                      204,  EPSG:4326
            foreign_pairs/ar_pba_zonificacion/zonificacion.geojson,                421,  EPSG:4326
            foreign_pairs/ign_plu/241800432_PLUi_20200128/241800432_ZONE_URBA_20200128.shp, 221, IGNF:LAMB93
            hazard_girardota/zona_inundable.geojson,                               1,    EPSG:4326
            nasty/pyogrio/line_zm.gpkg,                                            1,    EPSG:4326
            """)
    void readsTheLayer(String path, long count, String crs) {
        try (SourceFile source = SourceFile.open(Deliveries.gdal(folder), root().resolve(path), ReadOptions.ofFile())) {
            LayerInfo layer = source.layer();
            assertThat(layer.featureCount()).isEqualTo(count);
            assertThat(layer.crs()).map(SourceCrs::label).contains(crs);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nasty/fiona/example.topojson",
        "nasty/ign_validator/empty.csv",
        "nasty/ign_validator/INVALID.gml",
        "nasty/geotools_gpkg/dot.in.name.gpkg",
        "nasty/jts_xml/TestValid.xml",
        "admin_colombia/colombia-municipios.json"
    })
    void refusesByName(String path) {
        Path file = root().resolve(path);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> SourceFile.open(Deliveries.gdal(folder), file, ReadOptions.ofFile())
                                .close()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(String.valueOf(file.getFileName()));
    }

    @Test
    void readsVeredasAsUtf8WithoutCpg() {
        Path file = root().resolve("cali/basemaps/veredas/Veredas.shp");
        try (SourceFile source = SourceFile.open(Deliveries.gdal(folder), file, ReadOptions.ofFile())) {
            assertThat(source.encoding(source.layer()).name()).isEqualTo("UTF-8");
            assertThat(source.findings(source.layer()))
                    .extracting(SourceFinding::code)
                    .containsExactlyInAnyOrder("encoding-guessed", "crs-candidates");
        }
    }

    /** The published area of comuna 6 in EPSG:9377 tells whether the Cali grid is transformed and not just relabelled. */
    @Test
    void stagesTheCaliGridInTheNationalOrigin() throws Exception {
        Path file = root().resolve("cali/basemaps/comunas/comunas.shp");
        Mapping mapping = Mapping.read(new java.io.StringReader("fields: {code: comuna}"), "comunas.yaml");
        try (TestDatabase database = TestDatabase.create();
                Database opened = database.open();
                SourceFile source = SourceFile.open(Deliveries.gdal(folder), file, ReadOptions.ofFile());
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS lindero_staging");
            LayerInfo layer = source.layer();
            ResolvedMapping resolved = mapping.resolve(LoadKind.ZONES, layer, PersonalColumns.standard());
            var to = new Staging.Destination(opened.gdalTarget(), "lindero_staging", "comunas", 9377, share -> {});
            assertThat(Staging.stage(source, layer, resolved, to).hasGeometry()).isTrue();
            ResultSet area = statement.executeQuery(
                    "SELECT max(st_area(geom)) FILTER (WHERE comuna::int = 6) FROM lindero_staging.comunas");
            assertThat(area.next()).isTrue();
            assertThat(area.getDouble(1)).isCloseTo(5_393_998.97, within(1.0));
        }
    }

    private static Path root() {
        return Path.of(Objects.requireNonNull(System.getenv("LINDERO_REAL_DATA")));
    }

    private static Stream<Path> files(String name) {
        try (Stream<Path> files = Files.walk(root().resolve(name))) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(dbf|prj|shx|cpg|qpj|qmd|gfs|md)"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
