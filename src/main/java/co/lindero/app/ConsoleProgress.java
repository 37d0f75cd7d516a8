package co.lindero.app;

import co.lindero.ingest.LoadProgress;
import java.util.Locale;
import java.util.Map;

/**
 * Progress on standard error: one line that is written over on a terminal, a plain line for each step otherwise. Not
 * thread-safe but for {@link #count}.
 */
final class ConsoleProgress implements LoadProgress {
    private static final Map<String, String> SPANISH =
            Map.of("read", "Leyendo", "check", "Revisando", "publish", "Publicando", "derive", "Midiendo predios");
    private static final Map<String, String> ENGLISH =
            Map.of("read", "Reading", "check", "Checking", "publish", "Publishing", "derive", "Measuring parcels");

    private final CommandContext context;
    private final boolean terminal = Boolean.getBoolean("lindero.terminal");
    private final long began = System.nanoTime();
    private String current = "";

    ConsoleProgress(CommandContext context) {
        this.context = context;
    }

    @Override
    public void step(String name) {
        end();
        current = context.language().pick(SPANISH.getOrDefault(name, name), ENGLISH.getOrDefault(name, name));
        if (!terminal) {
            context.err().printf(Locale.ROOT, "%s … (%.1f s)%n", current, seconds());
        }
    }

    @Override
    public void done(double share) {
        if (terminal && share > 0) {
            context.err().printf(Locale.ROOT, "\r%s %3.0f %%  %.0f s   ", current, share * 100, seconds());
            context.err().flush();
        }
    }

    synchronized void count(long parcels) {
        if (terminal) {
            context.err().printf(Locale.ROOT, "\r%s: %,d  %.0f s   ", current, parcels, seconds());
            context.err().flush();
        }
    }

    void end() {
        if (terminal && !current.isEmpty()) {
            context.err().print("\r" + " ".repeat(60) + "\r");
            context.err().flush();
        }
        current = "";
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
