package co.lindero.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Times the steps of a load and tells of them. Used by one thread. */
final class LoadSteps {
    private static final double NANOSECONDS = 1e9;

    private final LoadProgress progress;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private @Nullable String current;
    private long began;

    LoadSteps(LoadProgress progress) {
        this.progress = progress;
    }

    /** Ends the step that runs and begins another. */
    void begin(String name) {
        end();
        current = name;
        began = System.nanoTime();
        progress.step(name);
    }

    /** Ends the step that runs and returns the time of each, s. */
    Map<String, Double> end() {
        if (current != null) {
            seconds.put(current, (System.nanoTime() - began) / NANOSECONDS);
            current = null;
        }
        return seconds;
    }
}
