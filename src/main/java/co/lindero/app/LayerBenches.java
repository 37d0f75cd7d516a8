package co.lindero.app;

import co.lindero.bench.FeatureBench;
import co.lindero.bench.StreamBench;
import co.lindero.bench.TileBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measurements of map layers: features, tiles, whole collections. */
final class LayerBenches {
    private LayerBenches() {}

    /** How layers are asked over HTTP. */
    static final class HttpLoop {
        @Option(names = "--parcels", defaultValue = "10000", paramLabel = "N", description = "Predios (parcels).")
        private int parcels;

        @Option(names = "--clients", defaultValue = "8", paramLabel = "N", description = "Clientes (clients).")
        private int clients;

        @Mixin
        private BenchTiming timing = new BenchTiming();
    }

    @Command(
            name = "features",
            description = "Capas por HTTP, contra pgbench con las mismas filas (features over HTTP).",
            sortOptions = false)
    static final class Features implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private HttpLoop loop = new HttpLoop();

        Features(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws Exception {
            try (BenchGround ground = new BenchGround(context, loop.parcels, 2 * loop.clients, loop.timing.keep())) {
                return BenchCommand.exitCode(
                        new FeatureBench(ground.bench(), loop.clients, loop.timing.seconds()).run(loop.parcels));
            }
        }
    }

    @Command(
            name = "tiles",
            description = "Teselas de predios, contra las que hace PostGIS, por pgbench (tiles of parcels).",
            sortOptions = false)
    static final class Tiles implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private HttpLoop loop = new HttpLoop();

        Tiles(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws Exception {
            try (BenchGround ground = new BenchGround(context, loop.parcels, 2 * loop.clients, loop.timing.keep())) {
                return BenchCommand.exitCode(
                        new TileBench(ground.bench(), loop.clients, loop.timing.seconds()).run(loop.parcels));
            }
        }
    }

    @Command(
            name = "stream",
            description = "Una colección entera en un documento, con poca memoria (a whole collection, streamed).",
            sortOptions = false)
    static final class Stream implements Callable<Integer> {
        private static final int CONNECTIONS = 6;

        private final CommandContext context;

        @Option(names = "--parcels", defaultValue = "1000000", paramLabel = "N", description = "Predios (parcels).")
        private int parcels;

        @Mixin
        private BenchTiming timing = new BenchTiming();

        Stream(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws Exception {
            try (BenchGround ground = new BenchGround(context, parcels, CONNECTIONS, timing.keep())) {
                return BenchCommand.exitCode(new StreamBench(ground.bench(), timing.seconds()).run(parcels));
            }
        }
    }
}
