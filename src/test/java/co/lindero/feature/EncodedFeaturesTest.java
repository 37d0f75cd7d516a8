package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.publication.Publication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodedFeaturesTest {
    private static final byte[] FEATURE = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private static ItemsRequest request(Layers.Loaded kind, long territoryState, MapCrs crs) {
        return request(kind.layer(false), 7, LocalDate.of(2026, 11, 24), territoryState, crs);
    }

    private static ItemsRequest request(
            FeatureLayer layer, long publication, LocalDate on, long territoryState, MapCrs crs) {
        LayerScope scope = new LayerScope(
                "76130", on, new Publication(publication, Instant.EPOCH), territoryState, List.of(), List.of(layer));
        return ItemsRequest.whole(scope, layer, crs);
    }

    private static EncodedFeatures.Encoding encoding(EncodedFeatures kept, ItemsRequest request) {
        return kept.find(request).orElseThrow();
    }

    @Test
    void isTheSameForTheSameFormOfTheSameRow() {
        EncodedFeatures kept = new EncodedFeatures(10_000);
        kept.put(encoding(kept, request(Layers.Loaded.PARCELS, 3, MapCrs.crs84())), 5, FEATURE);
        assertThat(kept.get(encoding(kept, request(Layers.Loaded.PARCELS, 3, MapCrs.crs84())), 5))
                .isEqualTo(FEATURE);
        assertThat(kept.get(encoding(kept, request(Layers.Loaded.PARCELS, 3, MapCrs.crs84())), 6))
                .isNull();
        // territories changed, another CRS, another table
        assertThat(kept.get(encoding(kept, request(Layers.Loaded.PARCELS, 4, MapCrs.crs84())), 5))
                .isNull();
        assertThat(kept.get(encoding(kept, request(Layers.Loaded.PARCELS, 3, MapCrs.web())), 5))
                .isNull();
        assertThat(kept.get(encoding(kept, request(Layers.Loaded.BUILDINGS, 3, MapCrs.crs84())), 5))
                .isNull();
    }

    private static FeatureLayer zones(String theme) {
        FeatureLayer parcels = Layers.Loaded.PARCELS.layer(false);
        return new FeatureLayer(
                theme,
                parcels.title(),
                parcels.description(),
                "feature/from_zones",
                java.util.Map.of(),
                FeatureLayer.Identity.PLAN_AND_KEY,
                Layers.zoneProperties(List.of()),
                true,
                false,
                null);
    }

    @Test
    void aNameMeansAFeatureOfOneCollectionAtOnePublicationOnOneDay() {
        EncodedFeatures kept = new EncodedFeatures(10_000);
        LocalDate day = LocalDate.of(2026, 11, 24);
        ItemsRequest asked = request(zones("activity-area"), 7, day, 3, MapCrs.crs84());
        EncodedFeatures.Encoding encoding = encoding(kept, asked);
        kept.putNamed(encoding, asked, "P1:A", FEATURE);

        assertThat(kept.findNamed(encoding, asked, "P1:A")).contains(FEATURE);
        assertThat(kept.findNamed(encoding, asked, "P1:B")).isEmpty();
        for (ItemsRequest other : List.of(
                request(zones("hazard-flood"), 7, day, 3, MapCrs.crs84()),
                request(zones("activity-area"), 8, day, 3, MapCrs.crs84()),
                request(zones("activity-area"), 7, day.plusDays(1), 3, MapCrs.crs84()),
                request(zones("activity-area"), 7, day, 3, MapCrs.web()))) {
            assertThat(kept.findNamed(encoding(kept, other), other, "P1:A")).isEmpty();
        }
    }

    @Test
    void keepsNothingThatOtherRowsDecide() {
        EncodedFeatures kept = new EncodedFeatures(10_000);
        assertThat(kept.find(request(Layers.Loaded.PROJECTS, 3, MapCrs.crs84())))
                .isEmpty();
        assertThat(kept.find(request(Layers.Loaded.LICENCES, 3, MapCrs.crs84())))
                .isEmpty();
        assertThat(kept.find(request(Layers.Loaded.PARCELS, -1, MapCrs.crs84())))
                .isEmpty();
        assertThat(new EncodedFeatures(0).find(request(Layers.Loaded.PARCELS, 3, MapCrs.crs84())))
                .isEmpty();
    }

    @Test
    void isWarmWhereMostRowsWereKeptLately() {
        EncodedFeatures kept = new EncodedFeatures(10_000);
        EncodedFeatures.Encoding encoding = encoding(kept, request(Layers.Loaded.PARCELS, 3, MapCrs.crs84()));
        assertThat(encoding.isWarm()).isFalse();
        for (int page = 0; page < 10; page++) {
            encoding.note(95, 100);
            encoding.note(0, 0);
        }
        assertThat(encoding.isWarm()).isTrue();
        for (int page = 0; page < 4; page++) {
            encoding.note(10, 100);
        }
        assertThat(encoding.isWarm()).isFalse();
    }
}
