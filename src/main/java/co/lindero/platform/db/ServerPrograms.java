package co.lindero.platform.db;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with the server programs of one PostgreSQL version.
 *
 * @param bin folder with {@code initdb}, {@code pg_ctl} and {@code postgres}
 * @param major major version, such as 15
 */
record ServerPrograms(Path bin, int major) {
    static final int OLDEST_MAJOR = 14;
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /**
     * Finds the programs: the folder given, else Debian's newest that has PostGIS, else what PATH leads to.
     *
     * @param given folder from the configuration
     * @param needed major version that the data directory was made by, if there is one
     */
    static ServerPrograms find(Optional<Path> given, Optional<Integer> needed) {
        List<ServerPrograms> found = given.map(bin -> List.of(require(bin))).orElseGet(ServerPrograms::installed);
        if (found.isEmpty()) {
            throw environment(
                    "No se encontraron los programas del servidor PostgreSQL (initdb, pg_ctl, postgres).",
                    "The PostgreSQL server programs (initdb, pg_ctl, postgres) were not found.");
        }
        List<ServerPrograms> usable = found.stream()
                .filter(programs -> needed.isEmpty() || programs.major == needed.get())
                .toList();
        if (usable.isEmpty()) {
            throw wrongMajor(needed.orElseThrow(), found);
        }
        ServerPrograms best = usable.stream()
                .filter(ServerPrograms::hasPostgis)
                .findFirst()
                .orElseThrow(() -> environment(
                        "PostgreSQL " + usable.get(0).major + " en " + usable.get(0).bin + " no tiene PostGIS.",
                        "PostgreSQL " + usable.get(0).major + " in " + usable.get(0).bin + " lacks PostGIS."));
        if (best.major < OLDEST_MAJOR) {
            throw environment(
                    "PostgreSQL " + best.major + " es demasiado antiguo; se necesita 14 o más nuevo.",
                    "PostgreSQL " + best.major + " is too old; 14 or newer is needed.");
        }
        return best;
    }

    String program(String name) {
        return bin.resolve(name).toString();
    }

    private boolean hasPostgis() {
        if (!Files.isExecutable(bin.resolve("pg_config"))) {
            return Files.exists(Path.of("/usr/lib/postgresql/" + major + "/lib/postgis-3.so"));
        }
        String libraries = OsProcess.run(List.of(program("pg_config"), "--pkglibdir"), LIMIT)
                .output();
        return Files.exists(Path.of(libraries.strip(), "postgis-3.so"));
    }

    private static ServerPrograms require(Path bin) {
        return at(bin).orElseThrow(() -> environment(
                "LINDERO_PG_BIN=" + bin + " no contiene initdb, pg_ctl y postgres.",
                "LINDERO_PG_BIN=" + bin + " does not hold initdb, pg_ctl and postgres."));
    }

    private static List<ServerPrograms> installed() {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.map(version -> version.resolve("bin")).forEach(folders::add);
            } catch (IOException e) {
                throw environment("No se puede leer " + DEBIAN, "Cannot read " + DEBIAN);
            }
        }
        for (String entry : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            folders.add(Path.of(entry));
            if (Files.isExecutable(Path.of(entry, "pg_config"))) {
                folders.add(Path.of(OsProcess.run(
                                List.of(Path.of(entry, "pg_config").toString(), "--bindir"), LIMIT)
                        .output()));
            }
        }
        return folders.stream()
                .distinct()
                .flatMap(bin -> at(bin).stream())
                .sorted(Comparator.comparingInt(ServerPrograms::major).reversed())
                .toList();
    }

    private static Optional<ServerPrograms> at(Path bin) {
        if (!Stream.of("initdb", "pg_ctl", "postgres").allMatch(name -> Files.isExecutable(bin.resolve(name)))) {
            return Optional.empty();
        }
        Matcher version =
                VERSION.matcher(OsProcess.run(List.of(bin.resolve("postgres").toString(), "--version"), LIMIT)
                        .output());
        return version.find()
                ? Optional.of(new ServerPrograms(bin, Integer.parseInt(version.group(1))))
                : Optional.empty();
    }

    private static Problem wrongMajor(int needed, List<ServerPrograms> found) {
        List<Integer> majors = found.stream().map(ServerPrograms::major).toList();
        return Problem.of(
                        ProblemType.ENVIRONMENT,
                        "La base de datos privada es de PostgreSQL " + needed + ", pero solo hay " + majors + ".",
                        "The private database was made by PostgreSQL " + needed + ", but only " + majors + " is here.")
                .hint(
                        "Instale postgresql-" + needed + ", o use otra carpeta con LINDERO_VAR y cargue de nuevo.",
                        "Install postgresql-" + needed + ", or use another folder with LINDERO_VAR and load again.");
    }

    private static Problem environment(String spanish, String english) {
        return Problem.of(ProblemType.ENVIRONMENT, spanish, english)
                .hint(
                        "Ejecute: sudo apt-get install postgresql-15 postgresql-15-postgis-3;"
                                + " o indique la carpeta con LINDERO_PG_BIN, o una base existente con LINDERO_DB_URL.",
                        "Run: sudo apt-get install postgresql-15 postgresql-15-postgis-3;"
                                + " or name the folder in LINDERO_PG_BIN, or an existing database in LINDERO_DB_URL.");
    }
}
