package co.lindero.bench;

import co.lindero.platform.db.GdalTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a script by pgbench, with prepared statements and as many connections as a measurement has clients. */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final long SEED = 42;

    private final Bench bench;
    private final int clients;
    private final double seconds;

    PgBench(Bench bench, int clients, double seconds) {
        this.bench = bench;
        this.clients = clients;
        this.seconds = seconds;
    }

    /** Returns how often a second the script runs. */
    double rate(String name, String text) throws IOException {
        Path script = bench.folder().resolve(name + ".pgbench");
        Files.writeString(script, text);
        GdalTarget target = bench.database().gdalTarget();
        String output = Tool.run(
                List.of(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        Integer.toString(clients),
                        "-j",
                        "2",
                        "-T",
                        Integer.toString((int) Math.max(1, Math.ceil(seconds))),
                        "--random-seed=" + SEED,
                        "-f",
                        script.toString(),
                        Tool.connection(target)),
                target.environment());
        Matcher rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
