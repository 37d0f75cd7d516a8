package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.config.Config;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.PoolSettings;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A command that loads and the service that hears of it measure the same parcels at the same time. */
class PartKeepingTest {
    @Test
    void whatSeveralMeasureAtOnceIsKeptOnce() throws Exception {
        try (TestDatabase testDatabase = TestDatabase.create()) {
            Town town = Town.planned(testDatabase);
            Town.Load parcels = town.parcels();
            for (int i = 1; i <= 1_500; i++) {
                parcels.parcel("%04d".formatted(i)).rect(i * 20, 0, 10, 20);
            }
            parcels.load("--no-derive");
            town.theme("activity-area", "--accuracy", "0.1", "--coverage", "municipality");
            town.zones("activity-area")
                    .zone("AR-2")
                    .rect(-100, -100, 40_000, 1000)
                    .load("--no-derive");
            Config config = Config.read(TestDatabase.HOME, testDatabase.env(), Map.of());
            try (Database database = Database.open(
                    config, PoolSettings.service(config), Optional.empty(), Optional.empty(), line -> {})) {
                ExecutorService both = Executors.newFixedThreadPool(3);
                Callable<Long> keeping =
                        () -> new Services(config, database).keeper().keepAll(1, count -> {});
                for (Future<Long> one :
                        both.invokeAll(Stream.generate(() -> keeping).limit(3).collect(Collectors.toList()))) {
                    one.get();
                }
                both.shutdown();
                List<Long> rows = database.read(handle -> handle.createQuery(
                                "SELECT count(*) FROM lindero.derived_part GROUP BY role ORDER BY role")
                        .mapTo(Long.class)
                        .list());
                assertThat(rows).as("parts and summaries, one a parcel").containsExactly(1_500L, 1_500L);
            }
        }
    }
}
