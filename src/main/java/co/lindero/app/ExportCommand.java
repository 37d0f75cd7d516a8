package co.lindero.app;

import co.lindero.feature.ExportForm;
import co.lindero.feature.LayerExport;
import co.lindero.ingest.source.Gdal;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a map layer into a file. */
@Command(
        name = "export",
        description = "Guarda una capa en un archivo: gpkg, shp, fgb, csv o geojson (take a layer home).",
        sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "CAPA", description = "Por ejemplo parcels o activity-area (layer).")
    private String layer = "";

    @Parameters(
            index = "1",
            paramLabel = "ARCHIVO",
            description = "Su terminación dice el formato: .gpkg .shp .fgb .csv .geojson (file).")
    private Path file = Path.of("");

    @Mixin
    private final MunicipalityOption municipality = new MunicipalityOption();

    @Mixin
    private final MomentOptions moment = new MomentOptions();

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Services services = new Services(context.config(), context.openDatabase());
        LayerExport export =
                new LayerExport(layer, municipality.find(context).orElse(""), moment.on(), moment.knownAt());
        long count = switch (ending) {
            case "fgb" -> write(services, export, ExportForm.FLATGEOBUF, file);
            case "csv" -> write(services, export, ExportForm.CSV, file);
            case "geojson", "json" -> write(services, export, ExportForm.GEOJSON, file);
            case "gpkg" -> convert(services, export, "GPKG");
            case "shp" -> convert(services, export, "ESRI Shapefile");
            default -> throw unknown(ending);
        };
        context.out().println(count + " elementos en " + file + " (features)");
        return ExitCode.DONE;
    }

    private static Problem unknown(String ending) {
        return Problem.of(
                        ProblemType.INVALID_PARAMETER,
                        "No se conoce el formato «" + ending + "».",
                        "The format '" + ending + "' is not known.")
                .hint("Use .gpkg, .shp, .fgb, .csv o .geojson.", "Use .gpkg, .shp, .fgb, .csv or .geojson.");
    }

    /** Writes beside the file and moves there at the end: what fails leaves neither half a file nor harms one that was there. */
    private static long write(Services services, LayerExport export, ExportForm form, Path to) throws IOException {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            long count;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                count = export.write(services.features(), form, services.clock(), out);
            }
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** GDAL writes what it alone can write, from a file of ours that it reads. */
    private long convert(Services services, LayerExport export, String driver) throws IOException {
        Gdal gdal = services.gdal();
        Path between = Files.createTempFile("lindero-export-", ".fgb");
        try {
            long count = write(services, export, ExportForm.FLATGEOBUF, between);
            gdal.convert(between, "FlatGeobuf", file, driver);
            return count;
        } finally {
            Files.deleteIfExists(between);
        }
    }
}
