package co.lindero.app;

import co.lindero.ingest.FileDigest;
import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.Sql;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads the demonstration municipality by replaying the commands of its manifest, the ordinary ones that a municipality
 * would use for its own files. Done once for each state of the files; a database that holds other data of a municipality in
 * the manifest is refused.
 */
final class DemoLoading {
    private final CommandContext context;
    private final Database database;
    private final Path folder;

    DemoLoading(CommandContext context, Database database) {
        this.context = context;
        this.database = database;
        this.folder = context.home().resolve("data").resolve("candelaria");
    }

    /** Loads what is not loaded yet. */
    void run() {
        if (!Files.isRegularFile(folder.resolve("manifest.yaml"))) {
            throw Problem.of(
                            ProblemType.ENVIRONMENT,
                            "Faltan los datos de demostración en " + folder,
                            "The demonstration data are missing in " + folder)
                    .hint(
                            "Genérelos: lindero demo generate --out " + folder,
                            "Generate them: lindero demo generate --out " + folder);
        }
        String digest = FileDigest.of(folder);
        List<List<String>> commands = commands();
        boolean loaded = database.read(handle -> handle.createQuery(Sql.query("demo/is_loaded"))
                .bind("digest", digest)
                .mapTo(Boolean.class)
                .one());
        commands.stream().map(DemoLoading::municipality).distinct().sorted().forEach(this::refuseOtherData);
        if (loaded) {
            return;
        }
        for (int i = 0; i < commands.size(); i++) {
            List<String> command = commands.get(i);
            if (alreadyThere(command)) {
                continue;
            }
            context.err().printf("[%d/%d] %s%n", i + 1, commands.size(), String.join(" ", shown(command)));
            run(command);
        }
        database.write(handle -> handle.createUpdate(Sql.query("demo/record_loaded"))
                .bind("digest", digest)
                .execute());
    }

    private void refuseOtherData(String municipality) {
        database.read(handle -> handle.createQuery(Sql.query("demo/find_other_data"))
                        .bind("municipality", municipality)
                        .mapTo(String.class)
                        .findOne())
                .ifPresent(other -> {
                    throw Problem.of(
                                    ProblemType.REFUSED,
                                    "La base de datos tiene datos de " + municipality + " que no son de demostración: "
                                            + other,
                                    "The database holds data of " + municipality + " that are no demonstration: "
                                            + other)
                            .hint(
                                    "Sirva sin --demo, o use otra base: lindero serve --demo --database demo",
                                    "Serve without --demo, or use another: lindero serve --demo --database demo");
                });
    }

    private List<List<String>> commands() {
        try {
            List<List<String>> commands = new ArrayList<>();
            for (JsonNode entry :
                    new YAMLMapper().readTree(folder.resolve("manifest.yaml").toFile())) {
                List<String> args = new ArrayList<>();
                entry.get("args").forEach(arg -> args.add(located(arg.asText())));
                if (args.get(0).equals("load")) {
                    args.addAll(List.of("--demonstration", "--no-derive"));
                }
                commands.add(args);
            }
            return commands;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String municipality(List<String> command) {
        return command.get(command.indexOf("--municipality") + 1);
    }

    private String located(String arg) {
        boolean file = arg.matches("[\\w.-]+\\.(geojson|csv|yaml)") && Files.isRegularFile(folder.resolve(arg));
        return file ? folder.resolve(arg).toString() : arg;
    }

    private List<String> shown(List<String> command) {
        return command.stream()
                .map(arg -> arg.startsWith(folder.toString())
                        ? Path.of(arg).getFileName().toString()
                        : arg)
                .toList();
    }

    /** A plan that an interrupted start has added must not be added twice; loads find out by themselves. */
    private boolean alreadyThere(List<String> command) {
        if (!command.subList(0, 2).equals(List.of("plan", "add"))) {
            return false;
        }
        String code = command.get(command.indexOf("--code") + 1);
        return new Services(context.config(), database)
                .plans().list(municipality(command)).stream()
                        .anyMatch(plan -> plan.code().equals(code));
    }

    private void run(List<String> command) {
        List<String> args = new ArrayList<>(command);
        if (context.config().isSet(ConfigKey.LINDERO_DATABASE)) {
            args.addAll(List.of("--database", context.config().get(ConfigKey.LINDERO_DATABASE)));
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int code = Cli.run(args, context.env(), context.home(), stream, stream);
            if (code != ExitCode.DONE && code != ExitCode.FINDINGS) {
                throw Problem.of(
                        ProblemType.LOAD_REFUSED,
                        "La demostración no se pudo cargar: " + said.toString(StandardCharsets.UTF_8),
                        "The demonstration could not be loaded: " + said.toString(StandardCharsets.UTF_8));
            }
        }
    }
}
