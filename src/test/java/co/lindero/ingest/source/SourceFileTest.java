package co.lindero.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
    private static final String ONE = "{\"CODIGO\":\"761300101000001230045000000000\"}";

    @TempDir
    Path folder;

    private Gdal gdal;

    @BeforeEach
    void findGdal() {
        gdal = Deliveries.gdal(folder);
    }

    @Test
    void listsTheLayerOfAGeoJson() throws Exception {
        Path file = Deliveries.squares(folder.resolve("predios.geojson"), -76.35, 3.41, 0.001, ONE, ONE);
        try (SourceFile source = open(file)) {
            LayerInfo layer = source.layer();
            assertThat(layer.name()).isEqualTo("predios");
            assertThat(layer.geometryType()).isEqualTo("Polygon");
            assertThat(layer.featureCount()).isEqualTo(2);
            assertThat(layer.crs()).map(SourceCrs::label).contains("EPSG:4326");
            assertThat(layer.fields()).extracting(FieldInfo::name).containsExactly("CODIGO");
            assertThat(source.findings(layer)).isEmpty();
        }
    }

    @Test
    void refusesAVrtAndVirtualPaths() throws Exception {
        Path vrt = Files.writeString(folder.resolve("a.vrt"), "<OGRVRTDataSource/>");
        assertRefused(vrt, ProblemType.SOURCE_UNREADABLE, "formato no admitido");
        assertRefused(Path.of("/vsicurl/http://127.0.0.1/a.geojson"), ProblemType.SOURCE_UNREADABLE, "local");
        Path disguised = Files.writeString(
                folder.resolve("b.geojson"), "<OGRVRTDataSource><OGRVRTLayer name=\"x\"/></OGRVRTDataSource>");
        assertRefused(disguised, ProblemType.SOURCE_UNREADABLE, "no es JSON bien formado");
    }

    @Test
    void saysThatGdalIsMissing() {
        assertThatThrownBy(() -> Gdal.find(folder, GdalLimits.standard(), List.of(folder)))
                .asInstanceOf(type(Problem.class))
                .extracting(Problem::type)
                .isEqualTo(ProblemType.ENVIRONMENT);
    }

    @Test
    void readsAShapefileOneFolderDownInAZip() throws Exception {
        Path shapes = shapefile("entrega", "EPSG:4686");
        Path zip = Deliveries.zip(shapes, folder.resolve("entrega.zip"));
        try (SourceFile source = open(zip)) {
            assertThat(source.layer().name()).isEqualTo("R_TERRENO");
            assertThat(source.layer().file()).isEqualTo("entrega/R_TERRENO.shp");
            assertThat(source.layer().crs()).map(SourceCrs::label).contains("EPSG:4686");
        }
    }

    @Test
    void listsSeveralLayersAndTakesTheOneNamed() throws Exception {
        Path json = Deliveries.squares(folder.resolve("a.geojson"), -76.35, 3.41, 0.001, ONE);
        Path gpkg = Deliveries.convert(json, folder.resolve("plan.gpkg"), "-nln", "zonas.uno");
        Deliveries.convert(json, gpkg, "-update", "-nln", "zonas dos");
        try (SourceFile source = open(gpkg)) {
            assertThatThrownBy(source::layer).hasMessageContaining("zonas.uno").hasMessageContaining("zonas dos");
        }
        try (SourceFile source = SourceFile.open(gdal, gpkg, new ReadOptions("ZONAS DOS", null, null))) {
            assertThat(source.layer().name()).isEqualTo("zonas dos");
        }
        try (SourceFile source = SourceFile.open(gdal, gpkg, new ReadOptions("tres", null, null))) {
            assertThatThrownBy(source::layer).hasMessageContaining("no layer 'tres'");
        }
    }

    @Test
    void asksForTheCrsWhenThePrjIsMissing() throws Exception {
        Path shapes = shapefile("sin_prj", "EPSG:4686");
        Files.delete(shapes.resolve("R_TERRENO.prj"));
        try (SourceFile source = open(shapes)) {
            assertThatThrownBy(source::layer).asInstanceOf(type(Problem.class)).satisfies(problem -> {
                assertThat(problem.type()).isEqualTo(ProblemType.CRS_UNKNOWN);
                assertThat(problem.hint(Language.ES)).contains("--crs EPSG:4686");
            });
        }
        try (SourceFile source = SourceFile.open(gdal, shapes, new ReadOptions(null, "4686", null))) {
            assertThat(source.layer().crs()).map(SourceCrs::origin).contains(SourceCrs.Origin.DECLARED);
        }
        assertThatThrownBy(() -> SourceFile.open(gdal, shapes, new ReadOptions(null, "EPSG:999999", null)))
                .hasMessageContaining("EPSG:999999");
    }

    @Test
    void refusesSwappedAxes() throws Exception {
        Path file = Deliveries.squares(folder.resolve("cambiado.geojson"), 3.41, -76.35, 0.001, ONE);
        try (SourceFile source = open(file)) {
            assertThatThrownBy(source::layer)
                    .asInstanceOf(type(Problem.class))
                    .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.CRS_IMPLAUSIBLE))
                    .extracting(problem -> problem.detail(Language.ES))
                    .asString()
                    .contains("ejes cambiados");
        }
    }

    @Test
    void refusesDegreesDeclaredAsMetresAndTheReverse() throws Exception {
        Path degrees = Deliveries.squares(folder.resolve("g.geojson"), -76.35, 3.41, 0.001, ONE);
        try (SourceFile source = SourceFile.open(gdal, degrees, new ReadOptions(null, "9377", null))) {
            assertThatThrownBy(source::layer).hasMessageContaining("degrees declared as metres");
        }
        Path metres = Deliveries.squares(folder.resolve("m.geojson"), 4_628_000, 1_935_000, 10, ONE);
        try (SourceFile source = open(metres)) {
            assertThatThrownBy(source::layer)
                    .asInstanceOf(type(Problem.class))
                    .extracting(problem -> problem.hint(Language.EN))
                    .asString()
                    .contains("--crs EPSG:9377");
        }
    }

    @Test
    void namesTheLookAlikesOfTheWesternOrigin() throws Exception {
        Path metres = Deliveries.squares(folder.resolve("oeste.geojson"), 1_070_000, 860_000, 10, ONE);
        try (SourceFile source = SourceFile.open(gdal, metres, new ReadOptions(null, "3115", null))) {
            assertThat(source.findings(source.layer()))
                    .extracting(SourceFinding::code)
                    .contains("crs-candidates");
        }
    }

    @Test
    void rebuildsAMissingIndexInACopy() throws Exception {
        Path shapes = shapefile("sin_shx", "EPSG:4686");
        Files.delete(shapes.resolve("R_TERRENO.shx"));
        try (SourceFile source = open(shapes)) {
            assertThat(source.layer().featureCount()).isEqualTo(1);
            assertThat(source.findings(source.layer()))
                    .extracting(SourceFinding::code)
                    .contains("index-rebuilt");
        }
        assertThat(shapes.resolve("R_TERRENO.shx")).doesNotExist();
    }

    @Test
    void refusesATruncatedShapefile() throws Exception {
        Path shapes = shapefile("cortado", "EPSG:4686");
        Path shp = shapes.resolve("R_TERRENO.shp");
        byte[] bytes = Files.readAllBytes(shp);
        Files.write(shp, java.util.Arrays.copyOf(bytes, bytes.length - 20));
        assertRefused(shapes, ProblemType.SOURCE_UNREADABLE, "está cortado");
    }

    @Test
    void refusesEmptyAndMissingFiles() throws Exception {
        assertRefused(Files.createFile(folder.resolve("vacio.csv")), ProblemType.SOURCE_UNREADABLE, "está vacío");
        assertRefused(folder.resolve("nada.gpkg"), ProblemType.SOURCE_UNREADABLE, "no existe");
        assertRefused(
                Files.writeString(folder.resolve("roto.zip"), "no zip"), ProblemType.SOURCE_UNREADABLE, "no es un zip");
    }

    @Test
    void readsLatin1TableWithoutCpg() throws Exception {
        Path shapes = shapefile("latin1", "EPSG:4686", "{\"CODIGO\":\"1\",\"NOM\":\"Ñapanga Güití\"}");
        Files.deleteIfExists(shapes.resolve("R_TERRENO.cpg"));
        Path dbf = shapes.resolve("R_TERRENO.dbf");
        byte[] bytes = Files.readAllBytes(dbf);
        bytes[29] = 0;
        Files.write(dbf, bytes);
        try (SourceFile source = open(shapes)) {
            LayerInfo layer = source.layer();
            assertThat(source.encoding(layer)).isEqualTo(new TextEncoding("windows-1252", TextEncoding.Origin.GUESSED));
            assertThat(source.findings(layer)).extracting(SourceFinding::code).contains("encoding-guessed");
            assertThat(Samples.read(source, layer, java.util.Set.of()).get("NOM"))
                    .containsExactly("Ñapanga Güití");
        }
    }

    @Test
    void transcodesTextWithADeclaredEncoding() throws Exception {
        Path csv =
                Deliveries.text(folder.resolve("z.csv"), "code;label\nA-1;Protección\n", StandardCharsets.ISO_8859_1);
        assertRefused(csv, ProblemType.SOURCE_UNREADABLE, "el byte 23 (línea 2)");
        try (SourceFile source = SourceFile.open(gdal, csv, new ReadOptions(null, null, "latin1"))) {
            assertThat(Samples.read(source, source.layer(), java.util.Set.of()).get("label"))
                    .containsExactly("Protección");
        }
    }

    @Test
    void readsCsvWithByteOrderMarkAndCoordinates() throws Exception {
        Path csv = Deliveries.text(
                folder.resolve("p.csv"), "\ufeffcode,lon,lat\n07,-76.35,3.41\n", StandardCharsets.UTF_8);
        try (SourceFile source = SourceFile.open(gdal, csv, new ReadOptions(null, "4326", null))) {
            LayerInfo layer = source.layer();
            assertThat(layer.geometryType()).isEqualTo("Point");
            assertThat(layer.fields()).extracting(FieldInfo::name).contains("code");
            assertThat(Samples.read(source, layer, java.util.Set.of()).get("code"))
                    .containsExactly("07");
        }
    }

    @Test
    void refusesAZipThatLeavesItsFolder() throws Exception {
        Path zip = folder.resolve("mala.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("../../fuera.geojson"));
            out.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        assertRefused(zip, ProblemType.SOURCE_UNREADABLE, "sale de su carpeta");
    }

    @Test
    void refusesAZipThatGrowsTooMuch() throws Exception {
        Path zip = folder.resolve("bomba.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("a.csv"));
            out.write(new byte[1 << 20]);
        }
        assertThatThrownBy(() -> Archive.unpack(zip, folder.resolve("out"), new Archive.Limits(10, 1 << 16, 100)))
                .hasMessageContaining("takes too much space");
    }

    @Test
    void leavesNoTemporaryFolderBehind() throws Exception {
        open(Deliveries.squares(folder.resolve("a.geojson"), -76.35, 3.41, 0.001, ONE))
                .close();
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    private SourceFile open(Path path) {
        return SourceFile.open(gdal, path, ReadOptions.ofFile());
    }

    private Path shapefile(String name, String crs, String... records) throws IOException, InterruptedException {
        Path json = Deliveries.squares(
                folder.resolve(name + ".geojson"),
                -76.35,
                3.41,
                0.001,
                records.length == 0 ? new String[] {ONE} : records);
        Path target = Files.createDirectories(folder.resolve(name));
        Deliveries.convert(json, target.resolve("R_TERRENO.shp"), "-a_srs", crs, "-lco", "ENCODING=ISO-8859-1");
        return target;
    }

    private void assertRefused(Path path, ProblemType type, String text) {
        assertThatThrownBy(() -> open(path).close())
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(type);
                    assertThat(problem.detail(Language.ES)).contains(text);
                });
    }
}
