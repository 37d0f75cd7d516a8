package co.lindero.app;

import co.lindero.landuse.LandUseQuestion;
import co.lindero.platform.db.NumberScheme;
import co.lindero.publication.KnownAt;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Of which municipality, day, state of the data and plan a parcel is asked. */
final class ParcelQuestionOptions {
    @Mixin
    private final MunicipalityOption municipality = new MunicipalityOption();

    @Option(names = "--on", paramLabel = "FECHA", description = "Día legal; hoy si no se indica (legal day).")
    private @Nullable LocalDate on;

    @Option(
            names = "--known-at",
            paramLabel = "PUBLICACIÓN|INSTANTE",
            description = "Estado de los datos; el último si no se indica (state of knowledge).")
    private @Nullable String knownAt;

    @Option(
            names = "--plan",
            paramLabel = "CÓDIGO",
            description = "Plan que responde; el vigente si no se indica (plan).")
    private @Nullable String plan;

    /**
     * Returns the question about a parcel. Its number decides on the municipality, but where any number goes.
     *
     * @param geometry whether the parts' geometries are asked for too
     */
    LandUseQuestion about(String number, boolean geometry, CommandContext context, Services services) {
        KnownAt known = knownAt == null ? new KnownAt.Newest() : KnownAt.parse(knownAt);
        String of = services.database().numbers() == NumberScheme.FREE
                ? municipality.find(context).orElse(null)
                : null;
        return new LandUseQuestion(number, of, on, known, plan, geometry);
    }
}
