package co.lindero.app;

import co.lindero.platform.db.Database;
import co.lindero.support.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration as it is committed, loaded once for all tests of a run as {@code serve --demo} loads it. Tests read it
 * and change nothing.
 *
 * @param testDatabase where it is
 * @param context as a command would have it
 * @param database open to that database
 * @param services on it
 */
public record Demonstration(TestDatabase testDatabase, CommandContext context, Database database, Services services) {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static @Nullable Demonstration only;

    public static synchronized Demonstration loaded() {
        Demonstration demonstration = only;
        if (demonstration == null) {
            demonstration = load();
            only = demonstration;
        }
        return demonstration;
    }

    private static Demonstration load() {
        TestDatabase testDatabase = TestDatabase.create();
        Map<String, String> env = new HashMap<>(testDatabase.env());
        env.put("LINDERO_VAR", TestDatabase.HOME.resolve("demonstration-var").toString());
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        CommandContext context = new CommandContext(env, PROJECT, nowhere, nowhere, new GlobalOptions());
        Database database = context.openDatabase();
        Services services = new Services(context.config(), database);
        new DemoLoading(context, database).run();
        services.keeper().keepAll(2, count -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            testDatabase.close();
        }));
        return new Demonstration(testDatabase, context, database, services);
    }
}
