package co.lindero.app;

import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The municipality that a command works on: the option, else the configured one. */
final class MunicipalityOption {
    @Option(
            names = "--municipality",
            paramLabel = "DIVIPOLA",
            description = "Código del municipio; el configurado si no se indica (municipality code).")
    private @Nullable String code;

    Optional<String> find(CommandContext context) {
        return Optional.ofNullable(code).or(() -> context.config().find(ConfigKey.LINDERO_MUNICIPALITY));
    }

    String get(CommandContext context) {
        return find(context)
                .orElseThrow(() -> Problem.of(
                                ProblemType.MISSING_PARAMETER, "Falta el municipio", "The municipality is missing")
                        .hint(
                                "Use --municipality 76130, o fije LINDERO_MUNICIPALITY.",
                                "Use --municipality 76130, or set LINDERO_MUNICIPALITY."));
    }
}
