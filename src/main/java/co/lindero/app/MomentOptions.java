package co.lindero.app;

import co.lindero.publication.KnownAt;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which legal day, and by which state of the data, a command answers. */
final class MomentOptions {
    @Option(names = "--on", paramLabel = "FECHA", description = "Día legal; hoy si no se indica (legal day).")
    private @Nullable LocalDate on;

    @Option(
            names = "--known-at",
            paramLabel = "PUBLICACIÓN|INSTANTE",
            description = "Estado de los datos; el último si no se indica (state of knowledge).")
    private @Nullable String knownAt;

    /** Returns the legal day, null for today. */
    @Nullable
    LocalDate on() {
        return on;
    }

    KnownAt knownAt() {
        return knownAt == null ? new KnownAt.Newest() : KnownAt.parse(knownAt);
    }
}
