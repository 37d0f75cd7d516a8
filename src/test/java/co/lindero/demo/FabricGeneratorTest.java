package co.lindero.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FabricGeneratorTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 137, 500, 2000, 9001})
    void tilesItsRectangleWithExactlySoManyParcels(int parcels) throws IOException {
        generate(parcels, folder);

        List<JsonNode> features = Layer.features(folder.resolve("parcels.geojson"));
        assertThat(features).hasSize(parcels);
        TilingCheck check = TilingCheck.of(features);
        assertThat(check.invalid()).isEmpty();
        assertThat(check.worstOverlapM2()).isLessThan(1e-6);
        assertThat(check.sumM2()).isCloseTo(check.unionM2(), within(1e-3));
        assertThat(check.unionHoles()).isZero();
    }

    @Test
    void partitionsTileTheirGround() throws IOException {
        generate(2000, folder);

        double all = TilingCheck.of(Layer.features(folder.resolve("parcels.geojson")))
                .sumM2();
        TilingCheck classes = TilingCheck.of(Layer.features(folder.resolve("zones-land-class.geojson")));
        TilingCheck rural = TilingCheck.of(Layer.features(folder.resolve("zones-rural-zoning.geojson")));
        TilingCheck activity = TilingCheck.of(Layer.features(folder.resolve("zones-activity-area.geojson")));
        for (TilingCheck check : List.of(classes, rural, activity)) {
            assertThat(check.invalid()).isEmpty();
            assertThat(check.worstOverlapM2()).isLessThan(1e-6);
        }
        assertThat(classes.sumM2()).isCloseTo(all, within(1e-3));
        assertThat(rural.sumM2() + activity.sumM2()).isCloseTo(all, within(1e-3));
    }

    @Test
    void sameSeedGivesSameBytesAndAnotherSeedDoesNot() throws IOException {
        generate(500, folder.resolve("a"));
        generate(500, folder.resolve("b"));
        DemoGenerator.generate(new DemoSettings(1, 500, DemoLayout.FABRIC), folder.resolve("c"));

        String name = "parcels.geojson";
        assertThat(folder.resolve("a").resolve(name))
                .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
        assertThat(Files.mismatch(
                        folder.resolve("a").resolve(name), folder.resolve("c").resolve(name)))
                .isNotNegative();
    }

    @Test
    void numbersAreValidAndUnique() throws IOException {
        generate(9001, folder);

        Set<String> seen = new HashSet<>();
        for (JsonNode feature : Layer.features(folder.resolve("parcels.geojson"))) {
            JsonNode properties = feature.get("properties");
            assertThat(properties.get("number").asText()).matches("76130\\d{25}");
            assertThat(properties.get("previous_number").asText()).matches("76130\\d{15}");
            assertThat(properties.get("nupre").asText()).matches("[A-Z0-9]{11}");
            assertThat(seen.add(properties.get("number").asText())).isTrue();
            assertThat(seen.add(properties.get("previous_number").asText())).isTrue();
            assertThat(seen.add(properties.get("nupre").asText())).isTrue();
        }
    }

    private static void generate(int parcels, Path out) throws IOException {
        DemoGenerator.generate(new DemoSettings(76130, parcels, DemoLayout.FABRIC), out);
    }
}
