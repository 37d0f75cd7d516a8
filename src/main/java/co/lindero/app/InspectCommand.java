package co.lindero.app;

import co.lindero.ingest.source.Gdal;
import co.lindero.ingest.source.GdalLimits;
import co.lindero.ingest.source.Inspection;
import co.lindero.ingest.source.LoadKind;
import co.lindero.ingest.source.PersonalColumns;
import co.lindero.ingest.source.Profiles;
import co.lindero.ingest.source.ReadOptions;
import co.lindero.ingest.source.SourceFile;
import co.lindero.platform.config.ConfigKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a file holds and proposes how to load it; touches no database and shows no personal data. */
@Command(
        name = "inspect",
        description = "Dice qué trae un archivo y propone cómo cargarlo (tell what a file holds, propose a mapping).")
final class InspectCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "ARCHIVO", description = "Archivo, carpeta o .zip (file, folder or .zip).")
    private @Nullable Path file;

    @Option(names = "--layer", paramLabel = "CAPA", description = "Capa (layer).")
    private @Nullable String layer;

    @Option(names = "--crs", paramLabel = "EPSG:N", description = "Sistema de coordenadas (reference system).")
    private @Nullable String crs;

    @Option(names = "--encoding", paramLabel = "NOMBRE", description = "Codificación del texto (text encoding).")
    private @Nullable String encoding;

    @Option(names = "--kind", paramLabel = "CLASE", description = "parcels, buildings, territories, zones.")
    private @Nullable LoadKind kind;

    @Option(
            names = "--format",
            paramLabel = "FORMATO",
            defaultValue = "text",
            description = "text, json, yaml: la asignación propuesta (yaml: the proposed mapping).")
    private Format format = Format.TEXT;

    /** How the report is written. */
    enum Format {
        TEXT,
        JSON,
        YAML
    }

    InspectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Path work = Path.of(context.config().get(ConfigKey.LINDERO_VAR)).resolve("tmp");
        Gdal gdal = Gdal.find(work, GdalLimits.standard());
        try (SourceFile source =
                SourceFile.open(gdal, Objects.requireNonNull(file), new ReadOptions(layer, crs, encoding))) {
            if (format == Format.YAML) {
                // A mapping is for one layer: several without a choice are refused, with their names.
                source.chosenLayer();
            }
            Inspection inspection =
                    Inspection.of(source, Optional.ofNullable(kind), Profiles.standard(), PersonalColumns.standard());
            context.out().print(render(inspection));
            context.out().flush();
            return ExitCode.DONE;
        }
    }

    private String render(Inspection inspection) throws JsonProcessingException {
        return switch (format) {
            case TEXT -> inspection.render(context.language());
            case YAML -> inspection.renderMapping(context.language());
            case JSON ->
                new JsonMapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(inspection.toMap(context.language()))
                        + System.lineSeparator();
        };
    }
}
