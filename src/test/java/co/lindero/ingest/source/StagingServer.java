package co.lindero.ingest.source;

import co.lindero.platform.db.GdalTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server with PostGIS on a local socket, for the life of one test class. */
final class StagingServer implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private final Path folder;

    StagingServer() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("lindero-staging-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        run(List.of("chown", "postgres", folder.toString()));
        Path data = folder.resolve("data");
        asPostgres("initdb", "-D", data.toString(), "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8");
        asPostgres(
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-c listen_addresses='' -c fsync=off -k " + folder,
                "start");
        sql("CREATE EXTENSION postgis");
        sql("CREATE SCHEMA lindero_staging");
        sql("INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text) VALUES (9377, 'EPSG', 9377,"
                + " '', '+proj=tmerc +lat_0=4 +lon_0=-73 +k=0.9992 +x_0=5000000 +y_0=2000000 +ellps=GRS80"
                + " +units=m +no_defs')");
    }

    GdalTarget target() {
        return new GdalTarget("PG:host=" + folder + " dbname=postgres user=postgres", Map.of(), true);
    }

    /** Runs a statement and returns what psql prints, columns separated by {@code |}. */
    String sql(String statement) throws IOException, InterruptedException {
        return run(List.of(
                        "psql",
                        "-h",
                        folder.toString(),
                        "-U",
                        "postgres",
                        "-XqAt",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-c",
                        statement,
                        "postgres"))
                .strip();
    }

    @Override
    public void close() throws Exception {
        asPostgres("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
        Folders.delete(folder);
    }

    private void asPostgres(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("lindero-", ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        String text = Files.readString(output);
        Files.delete(output);
        if (exit != 0) {
            throw new IOException(command + ": " + text);
        }
        return text;
    }
}
