package co.lindero.app;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.revision.ChangesQuestion;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a draft changes against the plan in force. */
@Command(
        name = "changes",
        description = "Qué cambia un plan frente a otro, o frente a sí mismo antes (what a plan changes).",
        sortOptions = false)
final class PlanChangesCommand implements Callable<Integer> {
    private static final int ALL = Integer.MAX_VALUE;

    private final CommandContext context;

    /** How changes are written. */
    enum Form {
        TEXT,
        JSON,
        GEOJSON
    }

    @Parameters(paramLabel = "CÓDIGO", description = "Código del plan (code).")
    private String code = "";

    @Mixin
    private final MunicipalityOption municipality = new MunicipalityOption();

    @Option(
            names = "--against",
            paramLabel = "CÓDIGO",
            description = "Plan con el que se compara; el vigente si no se indica (plan compared with).")
    private @Nullable String against;

    @Option(names = "--on", paramLabel = "FECHA", description = "Día legal de ambos (legal day of both).")
    private @Nullable LocalDate on;

    @Option(names = "--known-at", paramLabel = "PUBLICACIÓN", description = "Publicación del plan (publication).")
    private @Nullable Long knownAt;

    @Option(
            names = "--against-known-at",
            paramLabel = "PUBLICACIÓN",
            description = "Publicación del plan con el que se compara (publication of the other).")
    private @Nullable Long againstKnownAt;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Predios que se enumeran; todos si no se indica (parcels).")
    private int limit = ALL;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "text|json|geojson",
            description = "Forma (format).")
    private Form form = Form.TEXT;

    PlanChangesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw Problem.of(
                    ProblemType.INVALID_PARAMETER,
                    "--limit debe ser al menos 1, no " + limit,
                    "--limit must be at least 1, not " + limit);
        }
        Services services = new Services(context.config(), context.openDatabase());
        ChangesQuestion question =
                new ChangesQuestion(municipality.get(context), code, against, on, knownAt, againstKnownAt);
        context.out()
                .println(
                        switch (form) {
                            case TEXT -> services.changes().text(question, context.language());
                            case JSON -> Json.pretty(services.changes().json(question, null, limit));
                            case GEOJSON -> Json.write(services.changes().geoJson(question, null, limit));
                        });
        return ExitCode.DONE;
    }
}
