package co.lindero.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class CandelariaTest {
    private static final double MUNICIPALITY_M2 = 285e6;
    private static final long MOST_BYTES = 15_000_000;

    @TempDir
    static Path folder;

    private static List<JsonNode> parcels;

    @BeforeAll
    static void generate() throws IOException {
        DemoGenerator.generate(new DemoSettings(76130, 12_000, DemoLayout.CANDELARIA), folder);
        parcels = features("parcels");
    }

    @Test
    void formalParcelsTileTheMunicipality() throws IOException {
        TilingCheck check = TilingCheck.of(parcels.stream()
                .filter(feature -> !feature.get("geometry").isNull())
                .filter(feature -> !text(feature, "condition").equals("Informal"))
                .toList());

        assertThat(parcels).hasSize(12_000);
        assertThat(check.invalid()).isEmpty();
        assertThat(check.worstOverlapM2()).isLessThan(1e-6);
        assertThat(check.sumM2()).isCloseTo(areaM2(kind("municipio")), within(1e-3));
        assertThat(check.unionHoles()).isZero();
        assertThat(check.sumM2()).isCloseTo(MUNICIPALITY_M2, within(2e6));
    }

    @Test
    void farmsMeasureHalfAHectareToThreeHundred() {
        assertThat(parcels)
                .filteredOn(parcel -> text(parcel, "condition").equals("NPH")
                        && text(parcel, "number").startsWith("7613000"))
                .hasSizeGreaterThan(2_500)
                .allSatisfy(parcel -> assertThat(
                                TilingCheck.geometry(parcel.get("geometry")).getArea())
                        .isBetween(5_000.0, 3_000_000.0));
    }

    @Test
    void territoriesTile() throws IOException {
        double all = areaM2(kind("municipio"));

        List<JsonNode> parts = Stream.concat(kind("cabecera").stream(), kind("corregimiento").stream())
                .toList();
        TilingCheck check = TilingCheck.of(parts);
        assertThat(check.invalid()).isEmpty();
        assertThat(check.worstOverlapM2()).isLessThan(1e-6);
        assertThat(check.sumM2()).isCloseTo(all, within(1e-3));
        assertThat(areaM2(kind("vereda"))).isCloseTo(classM2("Rural"), within(1e-3));
    }

    @Test
    void partitionsTileTheirGround() throws IOException {
        double urban = classM2("Urbano");
        double expansion = classM2("Expansion_Urbana");

        assertThat(classM2("Rural") + urban + expansion).isCloseTo(areaM2(kind("municipio")), within(1e-3));
        assertThat(sound("zones-rural-zoning").sumM2()).isCloseTo(classM2("Rural"), within(1e-3));
        assertThat(sound("zones-urban-treatment").sumM2()).isCloseTo(urban + expansion, within(1e-3));
        assertThat(sound("zones-2026-activity-area").sumM2()).isCloseTo(urban, within(1e-3));
    }

    @Test
    void activityAreasDifferFromTheirGroundOnlyWhereTheCasesSaySo() throws IOException {
        double doublyCovered = 80 + 20;
        double uncovered = 8 + 0.01;

        TilingCheck check = TilingCheck.of(features("zones-activity-area"));
        assertThat(check.invalid()).isEmpty();
        assertThat(check.sumM2()).isCloseTo(classM2("Urbano") + doublyCovered - uncovered, within(1e-3));
        assertThat(check.worstOverlapM2()).isCloseTo(80, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zones-hazard-flood",
                "zones-hazard-flood-pluvial",
                "zones-riparian-buffer",
                "zones-suburban-corridor",
                "zones-hazard-condition",
                "zones-risk-condition",
                "zones-general-system",
                "zones-urban-protection",
                "coverage-hazard-flood",
                "coverage-hazard-flood-pluvial",
                "coverage-revision-2014"
            })
    void overlaysAreValid(String layer) throws IOException {
        assertThat(TilingCheck.of(features(layer)).invalid()).isEmpty();
    }

    @Test
    void numbersAreValidAndUniqueAndEveryConditionOccurs() {
        Set<String> seen = new HashSet<>();
        Set<String> conditions = new TreeSet<>();
        for (JsonNode parcel : parcels) {
            assertThat(text(parcel, "number")).matches("76130\\d{25}");
            assertThat(text(parcel, "previous_number")).matches("76130\\d{15}");
            assertThat(seen.add(text(parcel, "number"))).isTrue();
            assertThat(seen.add(text(parcel, "previous_number")))
                    .as(text(parcel, "number"))
                    .isTrue();
            conditions.add(text(parcel, "condition"));
        }
        assertThat(conditions)
                .containsExactly(
                        "Bien_Uso_Publico",
                        "Condominio.Matriz",
                        "Condominio.Unidad_Predial",
                        "Informal",
                        "NPH",
                        "PH.Matriz",
                        "PH.Unidad_Predial",
                        "Parque_Cementerio.Matriz",
                        "Parque_Cementerio.Unidad_Predial",
                        "Via");
    }

    @Test
    void unitsHaveTheirParentAndBuildingsTheirParcel() throws IOException {
        Map<String, Geometry> plots = new HashMap<>();
        Set<String> parents = new HashSet<>();
        for (JsonNode parcel : parcels) {
            if (!parcel.get("geometry").isNull()) {
                plots.put(text(parcel, "number"), TilingCheck.geometry(parcel.get("geometry")));
            }
            if (text(parcel, "condition").endsWith("Matriz")) {
                parents.add(text(parcel, "number").substring(0, 22));
            }
        }
        assertThat(parcels)
                .filteredOn(parcel -> text(parcel, "condition").endsWith("Unidad_Predial"))
                .isNotEmpty()
                .allMatch(parcel -> parents.contains(text(parcel, "number").substring(0, 22)));
        for (JsonNode building : features("buildings")) {
            Geometry plot = plots.get(text(building, "parcel"));
            assertThat(plot.covers(TilingCheck.geometry(building.get("geometry"))))
                    .as(text(building, "number"))
                    .isTrue();
        }
    }

    @Test
    void populationOfThePartsAddsUp() throws IOException {
        int parts = Stream.concat(kind("cabecera").stream(), kind("corregimiento").stream())
                .mapToInt(territory ->
                        territory.get("properties").get("population").asInt())
                .sum();

        assertThat(parts)
                .isEqualTo(kind("municipio")
                        .get(0)
                        .get("properties")
                        .get("population")
                        .asInt())
                .isEqualTo(86_584);
    }

    @Test
    void everyFileSaysThatItIsSyntheticAndAllAreSmall() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                assertThat(Files.readString(file).substring(0, 400)).contains("intéticos");
                bytes += Files.size(file);
            }
            assertThat(bytes).isLessThan(MOST_BYTES);
        }
    }

    @Test
    void everyFileOfTheManifestIsThere() throws IOException {
        for (String line : Files.readAllLines(folder.resolve("manifest.yaml"))) {
            for (String word : line.split("\"", -1)) {
                if (word.endsWith(".geojson") || word.endsWith(".csv")) {
                    assertThat(folder.resolve(word)).exists();
                }
            }
        }
        assertThat(Files.readString(folder.resolve("README.md"))).doesNotContain("null");
    }

    @Test
    void deliveredFilesAreWhatTheGeneratorWrites() throws IOException {
        Path delivered = Path.of("data", "candelaria");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(delivered.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    private static TilingCheck sound(String layer) throws IOException {
        TilingCheck check = TilingCheck.of(features(layer));
        assertThat(check.invalid()).isEmpty();
        assertThat(check.worstOverlapM2()).isLessThan(1e-6);
        return check;
    }

    private static double classM2(String code) throws IOException {
        return areaM2(features("zones-land-class").stream()
                .filter(feature -> text(feature, "code").equals(code))
                .toList());
    }

    private static double areaM2(List<JsonNode> features) {
        return features.stream()
                .mapToDouble(
                        feature -> TilingCheck.geometry(feature.get("geometry")).getArea())
                .sum();
    }

    private static List<JsonNode> kind(String kind) throws IOException {
        return features("territories").stream()
                .filter(feature -> text(feature, "kind").equals(kind))
                .toList();
    }

    private static List<JsonNode> features(String layer) throws IOException {
        return Layer.features(folder.resolve(layer + ".geojson"));
    }

    private static String text(JsonNode feature, String name) {
        return feature.get("properties").get(name).asText();
    }
}
