package co.lindero.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PartBatchesTest {
    private static List<Long> rows(LongStream rows) {
        return rows.boxed().toList();
    }

    @Test
    void noTwoBatchesHaveParcelsThatAreLockedTogether() {
        for (List<Long> parcels : List.of(
                rows(LongStream.rangeClosed(1, 2_000)),
                rows(LongStream.rangeClosed(1, 1_000)),
                rows(LongStream.iterate(7, row -> row + 13).limit(2_000)),
                rows(LongStream.of(5, 1_999, 2_000, 77_000)),
                List.<Long>of())) {
            List<List<Long>> batches = PartKeeper.batches(parcels);
            assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(parcels);
            Set<Long> locked = new HashSet<>();
            for (List<Long> batch : batches) {
                assertThat(batch).isNotEmpty().hasSizeLessThanOrEqualTo(1_000);
                Set<Long> thousands = new HashSet<>();
                batch.forEach(row -> thousands.add(row / 1_000));
                assertThat(thousands).allMatch(locked::add);
            }
        }
    }

    @Test
    void fewParcelsHereAndThereAreOneBatch() {
        assertThat(PartKeeper.batches(rows(LongStream.of(5, 1_999, 2_000, 77_000))))
                .hasSize(1);
    }
}
