package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.db.NumberScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapCrsListTest {
    @Test
    void aNationalDatabaseOffersTheNationalSystems() {
        assertThat(codes(MapCrsList.of(9377, NumberScheme.NPN, true)))
                .containsExactly("CRS84", "4326", "3857", "4686", "9377");
        assertThat(codes(MapCrsList.of(3115, NumberScheme.NPN, true)))
                .containsExactly("CRS84", "4326", "3857", "4686", "9377", "3115");
        assertThat(codes(MapCrsList.of(3857, NumberScheme.FREE, false))).containsExactly("CRS84", "4326", "3857");
    }

    private static List<String> codes(MapCrsList list) {
        return list.uris().stream().map(uri -> uri.replaceFirst(".*/", "")).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROJCS[\"x\",AXIS[\"Northing\",NORTH],AXIS[\"Easting\",EAST]]|true",
                "PROJCS[\"x\",AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]]|false",
                "PROJCRS[\"x\",CS[Cartesian,2],AXIS[\"northing (N)\",north,ORDER[1]],AXIS[\"easting (E)\",east,ORDER[2]]]|true",
                "PROJCS[\"x\"]|false",
            })
    void theAxisOrderIsThatOfTheDefinition(String wkt, boolean northFirst) {
        assertThat(CrsStore.northFirst(wkt)).isEqualTo(northFirst);
    }
}
