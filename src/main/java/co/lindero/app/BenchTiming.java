package co.lindero.app;

import picocli.CommandLine.Option;

/** How long a benchmark measures, and whether its database stays for another run. */
final class BenchTiming {
    @Option(
            names = "--seconds",
            defaultValue = "10",
            paramLabel = "S",
            description = "Duración de cada medida, s (seconds of each measurement).")
    private double seconds;

    @Option(names = "--keep", description = "Conserva la base de datos para otra corrida (keep the database).")
    private boolean keep;

    double seconds() {
        return seconds;
    }

    boolean keep() {
        return keep;
    }
}
