package co.lindero.app;

import co.lindero.bench.Bench;
import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.PoolSettings;
import java.time.Duration;
import java.util.Optional;

/** A database for one size, dropped when it is closed unless it is to stay. */
final class BenchGround implements AutoCloseable {
    private final Database database;
    private final boolean stays;
    private final Bench bench;

    BenchGround(CommandContext context, int parcels, int connections, boolean stays) {
        String name = "lindero_bench_" + parcels;
        context.override(ConfigKey.LINDERO_DATABASE, name);
        PoolSettings pool = new PoolSettings("lindero bench", connections, Optional.of(Duration.ofHours(2)));
        if (!stays) {
            context.openDatabase(pool).drop();
        }
        this.database = context.openDatabase(pool);
        this.stays = stays;
        Services services = new Services(context.config(), database);
        this.bench = new Bench(
                database,
                services.keeper(),
                services.landUse(),
                new BenchedProgram(context, database),
                context.config().path(ConfigKey.LINDERO_VAR).resolve("bench"),
                context.out());
    }

    Database database() {
        return database;
    }

    Bench bench() {
        return bench;
    }

    @Override
    public void close() {
        if (!stays) {
            database.drop();
        }
    }
}
