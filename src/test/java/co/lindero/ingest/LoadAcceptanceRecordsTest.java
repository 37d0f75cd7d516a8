package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.LoadTown.Loaded;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with single records, each by its code and place; and how mappings read values. */
class LoadAcceptanceRecordsTest {
    private static final String N1 = Plots.number(1);
    private static final String N2 = Plots.number(2);

    @TempDir
    static Path folder;

    private static LoadTown town;

    @BeforeAll
    static void createTown() {
        town = LoadTown.withPlan(folder);
    }

    @AfterAll
    static void dropTown() {
        town.close();
    }

    @Test
    void everyFaultOfANumberHasItsCodeAndRecord() {
        town.plots(
                "numeros",
                Plots.metres()
                        .square(0, 0, 10, "number", N1)
                        .square(10, 0, 10, "number", N1.substring(1))
                        .square(20, 0, 10, "number", N1 + "0")
                        .square(30, 0, 10, "number", "7613001010000000A0001000000000")
                        .square(40, 0, 10, "number", N1.replace("76130", "76520"))
                        .square(50, 0, 10, "number", condition('1'))
                        .square(60, 0, 10, "number", "Null")
                        .square(70, 0, 10, "number", N2, "registered_area_m2", "doscientos")
                        .geometry("null", "number", Plots.number(8)));
        Loaded refused = town.load("parcels", "numeros");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings())
                .containsExactly(
                        "ERROR number-malformed 2",
                        "ERROR number-malformed 3",
                        "ERROR number-malformed 4",
                        "ERROR number-of-another-municipality 5",
                        "ERROR property-condition-impossible 6",
                        "ERROR missing-value 7",
                        "ERROR value-malformed 8",
                        "ERROR null-geometry 9");
        assertThat(refused.detail("number-malformed", "length")).isEqualTo("29");
    }

    @Test
    void numbersAreNormalisedAndNullTextsAreMissing() {
        town.plots(
                "normal",
                Plots.metres()
                        .square(
                                0,
                                0,
                                10,
                                "number",
                                "76.130-01.01.0000.0000.0011-000000000",
                                "previous_number",
                                "7613 0010 1000 0001 1000",
                                "nupre",
                                "abc0001aaaa",
                                "folio",
                                "378 - 1234",
                                "address",
                                " <null> ",
                                "registered_area_m2",
                                "1.234,5"));
        Loaded loaded = town.load("parcels", "normal", "--municipality", "76130");
        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.code()).isZero();
        assertThat(town.list("SELECT number, previous_number, nupre, folio, address, registered_area_m2, condition"
                        + " FROM lindero.parcel WHERE dataset = 'normal'"))
                .containsExactly(
                        "761300101000000000011000000000 76130010100000011000 ABC0001AAAA 378-1234 null 1234.5 NPH");
    }

    @Test
    void aNumberTwiceWithDifferentDataIsAnErrorOfBothRecords() {
        town.plots(
                "repetido",
                Plots.metres()
                        .square(0, 0, 10, "number", N1, "address", "KR 1")
                        .square(20, 0, 10, "number", N1, "address", "KR 1")
                        .square(40, 0, 10, "number", N1, "address", "KR 2")
                        .square(60, 0, 10, "number", Plots.number(21)));
        Loaded refused = town.load("parcels", "repetido", "--dataset", "repetido");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings())
                .contains("ERROR duplicate-number 1", "ERROR duplicate-number 2", "ERROR duplicate-number 3");
        Loaded aside = town.load("parcels", "repetido", "--dataset", "repetido", "--quarantine");
        assertThat(aside.counts()).containsExactly(1L, 0L, 0L, 3L);
    }

    @Test
    void aNumberTwiceWithTheSameDataIsOneParcelOfBothPolygons() {
        town.plots(
                "partes",
                Plots.metres()
                        .square(0, 0, 10, "number", Plots.number(31))
                        .square(20, 0, 10, "number", Plots.number(31)));
        Loaded loaded = town.load("parcels", "partes");
        assertThat(loaded.code()).isEqualTo(1);
        assertThat(loaded.findings()).containsExactly("WARNING several-geometries 1");
        assertThat(town.list(
                        "SELECT planar_m2::int, ST_NumGeometries(geom) FROM lindero.parcel WHERE dataset = 'partes'"))
                .containsExactly("200 2");
    }

    @Test
    void overlapsAreReportedByPairAndAreaButNotInformalOverFormal() {
        String informal = Plots.number(43).substring(0, 21) + "200000000";
        town.plots(
                "traslapes",
                Plots.metres()
                        .box(0, 0, 10, 10, "number", Plots.number(41))
                        .box(7, 0, 17, 10, "number", Plots.number(42))
                        .box(2, 2, 6, 6, "number", informal)
                        // shares only an edge
                        .box(17, 0, 27, 10, "number", Plots.number(44)));
        Loaded loaded = town.load("parcels", "traslapes");
        assertThat(loaded.code()).isEqualTo(1);
        assertThat(loaded.findings()).containsExactly("WARNING parcel-overlap 1");
        assertThat(loaded.detail("parcel-overlap", "areaM2")).isEqualTo("30.0000");
        assertThat(loaded.detail("parcel-overlap", "other")).isEqualTo(Plots.number(42));
        assertThat(loaded.finding("parcel-overlap").path("key").asText()).isEqualTo(Plots.number(41));
    }

    @Test
    void aUnitOfHorizontalPropertyNeedsNoGeometry() {
        String parent = Plots.number(51).substring(0, 21) + "900000000";
        String unit = Plots.number(51).substring(0, 21) + "901030302";
        town.plots("ph", Plots.metres().square(0, 0, 10, "number", parent).geometry("null", "number", unit));
        Loaded loaded = town.load("parcels", "ph");
        assertThat(loaded.code()).isZero();
        assertThat(town.list("SELECT condition, geom IS NULL FROM lindero.parcel WHERE dataset = 'ph' ORDER BY number"))
                .containsExactly("PH.Matriz f", "PH.Unidad_Predial t");
        assertThat(town.load("parcels", "ph").json().path("status").asText()).isEqualTo("unchanged");
    }

    @Test
    void collectionsOfOneKindAreTakenAndMixedOnesRefusedByRecord() {
        Plots plots = Plots.metres();
        String polygon =
                "{\"type\":\"Polygon\",\"coordinates\":[" + plots.line(0, 0, 10, 0, 10, 10, 0, 10, 0, 0) + "]}";
        String over = "{\"type\":\"Polygon\",\"coordinates\":[" + plots.line(5, 0, 15, 0, 15, 10, 5, 10, 5, 0) + "]}";
        String line = "{\"type\":\"LineString\",\"coordinates\":" + plots.line(0, 0, 10, 0) + "}";
        town.plots(
                "colecciones",
                plots.geometry(collection(polygon), "code", "A")
                        .geometry(collection(polygon, line), "code", "B")
                        // each part is valid, together they are not
                        .geometry(collection(polygon, over), "code", "C")
                        .geometry("{\"type\":\"Polygon\",\"coordinates\":[]}", "code", "D"));
        Loaded refused = town.loadZones("colecciones");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings())
                .filteredOn(line2 -> line2.startsWith("ERROR"))
                .containsExactly("ERROR wrong-geometry-type 2", "ERROR invalid-geometry 3", "ERROR null-geometry 4");
        assertThat(refused.detail("wrong-geometry-type", "found")).isEqualTo("GEOMETRYCOLLECTION");
        Plots parcels = Plots.metres().geometry(collection(polygon), "number", Plots.number(61));
        town.plots("coleccion", parcels);
        assertThat(town.load("parcels", "coleccion").code()).isZero();
    }

    @Test
    void anEmptyGeometryIsAnErrorOfItsOwn() {
        town.text(
                "vacia.csv",
                "code;WKT\nA;POLYGON EMPTY\nB;\"POLYGON((4628000 1935000,4628010 1935000,4628010 1935010,"
                        + "4628000 1935000))\"\n");
        Loaded refused = town.loadZones("vacia.csv", "--crs", "EPSG:9377", "--dataset", "vacia");
        assertThat(refused.code()).as(refused.run().err()).isEqualTo(4);
        assertThat(refused.findings()).containsExactly("ERROR empty-geometry 1");
    }

    @Test
    void zonesTakeLinesPointsAndStatementsButParcelsOnlyPolygons() {
        Plots mixed = Plots.metres();
        mixed.geometry("{\"type\":\"LineString\",\"coordinates\":" + mixed.line(0, 0, 10, 0) + "}", "code", "VIA")
                .geometry("{\"type\":\"Point\",\"coordinates\":" + mixed.position(3, 3) + "}", "code", "BIC")
                .geometry("null", "code", "TODOS", "applies_to", "municipality")
                .geometry("null", "code", "NADA");
        town.plots("mixto", mixed);
        Loaded refused = town.load("zones", "mixto", "--plan", "P", "--theme", "heritage");
        assertThat(refused.findings()).containsExactly("ERROR null-geometry 4");
        Loaded loaded = town.load("zones", "mixto", "--plan", "P", "--theme", "heritage", "--quarantine");
        assertThat(loaded.counts()).containsExactly(3L, 0L, 0L, 1L);
        Plots line = Plots.metres();
        line.geometry("{\"type\":\"LineString\",\"coordinates\":" + line.line(0, 0, 10, 0) + "}", "number", N1);
        town.plots("linea", line);
        assertThat(town.load("parcels", "linea").findings()).contains("ERROR wrong-geometry-type 1");
    }

    @Test
    void aMappingReadsColumnsConstantsAndValues() {
        town.plots(
                "mapa",
                Plots.metres()
                        .square(0, 0, 10, "CLASE", "Residencial neta", "NOTA", "x")
                        .square(20, 0, 10, "CLASE", "COMERCIAL", "NOTA", "y"));
        town.text("mapa.yaml", """
                fields:
                  code: CLASE
                  act: {const: "Acuerdo 15 de 2005"}
                values:
                  code: {"Residencial neta": AR-1}
                """);
        String mapping = town.file("mapa.yaml").toString();
        Loaded refused = town.load(
                "zones", "mapa", "--plan", "P", "--theme", "heritage", "--dataset", "mapa", "--mapping", mapping);
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings()).containsExactly("ERROR unmapped-value 2");
        assertThat(refused.run().out()).contains("El valor «COMERCIAL» de «code»", "values.code");
        town.text("mapa.yaml", """
                fields:
                  code: CLASE
                  act: {const: "Acuerdo 15 de 2005"}
                values:
                  code: {"Residencial neta": AR-1, COMERCIAL: AC-1}
                """);
        Loaded loaded = town.load(
                "zones", "mapa", "--plan", "P", "--theme", "heritage", "--dataset", "mapa", "--mapping", mapping);
        assertThat(loaded.code()).isZero();
        assertThat(loaded.json().path("profile").asText()).isEqualTo("mapa.yaml");
        assertThat(town.list(
                        "SELECT code, act, attributes ->> 'NOTA' FROM lindero.zone WHERE dataset = 'mapa' ORDER BY 1"))
                .containsExactly("AC-1 Acuerdo 15 de 2005 y", "AR-1 Acuerdo 15 de 2005 x");
    }

    @Test
    void aMappingThatDoesNotFitIsRefusedWithAllItsFaults() {
        town.plots("mapa2", Plots.metres().square(0, 0, 10, "CLASE", "A"));
        town.text("malo.yaml", "fields:\n  codigo: CLASE\n  label: NOMBRE\n");
        Loaded refused =
                town.loadZones("mapa2", "--mapping", town.file("malo.yaml").toString());
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.run().err()).contains("malo.yaml:2", "malo.yaml:3", "unknown-target", "unknown-column");
    }

    @Test
    void buildingsAreReadWithDecimalCommasAndRepeatedOnesOnce() {
        Plots plots = Plots.metres();
        town.plots(
                "casas",
                plots.square(0, 0, 5, "number", "C1", "parcel", N1, "built_area_m2", "80,5", "floors", "2")
                        .square(0, 0, 5, "number", "C1", "parcel", N1, "built_area_m2", "80,5", "floors", "2")
                        .square(6, 0, 3, "number", "C2", "year", "99999999999", "parcel", N2));
        Loaded loaded = town.load("buildings", "casas");
        assertThat(loaded.code()).isEqualTo(1);
        assertThat(loaded.findings())
                .containsExactly(
                        "WARNING parcel-unknown 1",
                        "WARNING parcel-unknown 2",
                        "WARNING repeated-building 2",
                        "WARNING parcel-unknown 3",
                        "WARNING value-malformed 3");
        assertThat(town.list("SELECT number, built_area_m2, floors, year FROM lindero.building ORDER BY 1"))
                .containsExactly("C1 80.5 2 null", "C2 null null null");
        town.plots("casas2", Plots.metres().square(0, 0, 5, "number", "C1", "floors", "2.5"));
        assertThat(town.load("buildings", "casas2").findings()).containsExactly("ERROR value-malformed 1");
    }

    @Test
    void lostCharactersAreAFindingOfTheRecord() {
        town.plots("perdido", Plots.metres().square(0, 0, 10, "code", "A", "label", "Protecci\ufffdn"));
        Loaded loaded = town.load(
                "zones", "perdido", "--plan", "P", "--theme", "heritage", "--dry-run", "--dataset", "perdido");
        assertThat(loaded.code()).isEqualTo(1);
        assertThat(loaded.findings()).containsExactly("WARNING replacement-character 1");
    }

    @Test
    void theReportsHoldEveryFindingAndOpenInGdal() throws Exception {
        town.plots(
                "informe",
                Plots.metres()
                        .square(0, 0, 10, "number", "1")
                        .square(10, 0, 10, "number", "=2")
                        .square(20, 0, 10, "number", "@SUM(A1)")
                        .square(30, 0, 10, "number", "4")
                        .square(40, 0, 10, "number", "5")
                        .square(50, 0, 10, "number", "6"));
        Loaded refused = town.load("parcels", "informe");
        assertThat(refused.run().out()).contains("ERROR number-malformed: 6", "    …");
        List<String> csv = Files.readAllLines(refused.report().resolve("findings.csv"));
        assertThat(csv).hasSize(7);
        assertThat(csv.get(0)).isEqualTo("level,code,record,key,x,y,message,column");
        assertThat(csv.get(1)).startsWith("ERROR,number-malformed,1,\"1\",4628005.0,1935005.0,\"El número predial «1»");
        assertThat(csv.get(3)).contains("\"'@SUM(A1)\"");
        JsonNode json = refused.json();
        assertThat(json.path("findings")).hasSize(6);
        assertThat(json.path("findingCounts").toString()).isEqualTo("{\"ERROR\":{\"number-malformed\":6}}");
        assertThat(json.path("status").asText()).isEqualTo("refused");
        assertThat(ogrinfo(refused.report().resolve("findings.geojson")))
                .contains("Feature Count: 6", "Geometry: Point", "record: Integer", "code: String");
    }

    private static String ogrinfo(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("ogrinfo", "-so", "-al", file.toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    private static String condition(char digit) {
        return N1.substring(0, 21) + digit + N1.substring(22);
    }

    private static String collection(String... parts) {
        return "{\"type\":\"GeometryCollection\",\"geometries\":[" + String.join(",", parts) + "]}";
    }
}
