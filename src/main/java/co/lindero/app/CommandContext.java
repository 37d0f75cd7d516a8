package co.lindero.app;

import co.lindero.platform.config.Config;
import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.NumberScheme;
import co.lindero.platform.db.PoolSettings;
import co.lindero.platform.problem.Language;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a command works with: settings, streams, language and the database. What it opens is closed at the end of the
 * command, newest first, and by a signal too. Thread-safe where a signal needs it.
 */
public final class CommandContext implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandContext.class);

    private final Map<String, String> env;
    private final Path home;
    private final PrintStream out;
    private final PrintStream err;
    private final GlobalOptions options;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    /** A signal waits for a cluster that is just being started, so as not to leave it behind. */
    private final Object opening = new Object();

    private final Map<ConfigKey, String> overrides = new HashMap<>();
    private @Nullable Config config;
    private volatile boolean serving;

    CommandContext(Map<String, String> env, Path home, PrintStream out, PrintStream err, GlobalOptions options) {
        this.env = Map.copyOf(env);
        this.home = home;
        this.out = out;
        this.err = err;
        this.options = options;
    }

    /** Returns the settings: file, environment, options. Read once, when first asked for. */
    public synchronized Config config() {
        Config read = config;
        if (read == null) {
            Map<ConfigKey, String> commandLine = new HashMap<>(options.settings());
            commandLine.putAll(overrides);
            read = Config.read(home, env, commandLine);
            config = read;
        }
        return read;
    }

    /** Sets what an option of the command says; to be called before {@link #config()}. */
    public synchronized void override(ConfigKey key, String value) {
        overrides.put(key, value);
        config = null;
    }

    public Map<String, String> env() {
        return env;
    }

    public Path home() {
        return home;
    }

    public PrintStream out() {
        return out;
    }

    public PrintStream err() {
        return err;
    }

    public Language language() {
        return options.language();
    }

    boolean debug() {
        return options.debug();
    }

    /** Prints an answer line in the language asked for. */
    public void say(String spanish, String english) {
        out.println(language().pick(spanish, english));
    }

    /** Opens the configured database for a command, setting it up where it is new. Closed with the command. */
    public Database openDatabase() {
        return openDatabase(PoolSettings.command("command"));
    }

    /** Opens the configured database with a pool of a given size. Closed with the command. */
    public Database openDatabase(PoolSettings pool) {
        return openDatabase(pool, Optional.empty(), Optional.empty());
    }

    Database openDatabase(PoolSettings pool, Optional<Integer> srid, Optional<NumberScheme> numbers) {
        synchronized (opening) {
            return keep(Database.open(config(), pool, srid, numbers, err::println));
        }
    }

    /** Notes that the command serves until it is stopped. */
    void serves() {
        serving = true;
    }

    boolean isServing() {
        return serving;
    }

    /** Takes charge of closing something, before what was kept earlier. */
    public <T extends AutoCloseable> T keep(T resource) {
        synchronized (open) {
            open.push(resource);
        }
        return resource;
    }

    /** Closes all that is open, newest first. */
    @Override
    public void close() {
        synchronized (opening) {
            Optional<AutoCloseable> next = newest();
            while (next.isPresent()) {
                try {
                    next.get().close();
                } catch (Exception e) {
                    LOG.warn("closing failed", e);
                }
                next = newest();
            }
        }
    }

    private Optional<AutoCloseable> newest() {
        synchronized (open) {
            return Optional.ofNullable(open.poll());
        }
    }
}
