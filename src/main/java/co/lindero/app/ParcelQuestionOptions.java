package co.lindero.app;

import co.lindero.landuse.LandUseQuestion;
import co.lindero.platform.db.NumberScheme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Of which municipality, day, state of the data and plan a parcel is asked. */
final class ParcelQuestionOptions {
    @Mixin
    private final MunicipalityOption municipality = new MunicipalityOption();

    @Mixin
    private final MomentOptions moment = new MomentOptions();

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
        String of = services.database().numbers() == NumberScheme.FREE
                ? municipality.find(context).orElse(null)
                : null;
        return new LandUseQuestion(number, of, moment.on(), moment.knownAt(), plan, geometry);
    }
}
