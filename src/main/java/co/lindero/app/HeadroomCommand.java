package co.lindero.app;

import co.lindero.licence.HeadroomAnswer;
import co.lindero.licence.HeadroomPage;
import co.lindero.licence.HeadroomService;
import co.lindero.licence.HeadroomText;
import co.lindero.platform.json.Json;
import co.lindero.publication.KnownAt;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What may still be built on a parcel. */
@Command(
        name = "headroom",
        description = "Qué se puede construir en un predio (what may be built on a parcel).",
        sortOptions = false)
final class HeadroomCommand implements Callable<Integer> {
    private final CommandContext context;

    /** How an answer is written. */
    enum Form {
        TEXT,
        JSON,
        HTML,
        SVG
    }

    @Parameters(paramLabel = "NÚMERO", description = "Número predial (parcel number).")
    private String number = "";

    @Option(names = "--on", paramLabel = "FECHA", description = "Día legal; hoy si no se indica (legal day).")
    private @Nullable LocalDate on;

    @Option(names = "--plan", paramLabel = "CÓDIGO", description = "Plan que responde (plan).")
    private @Nullable String plan;

    @Option(names = "--municipality", paramLabel = "CÓDIGO", description = "Municipio del número (municipality).")
    private @Nullable String municipality;

    @Option(names = "--crs", paramLabel = "CRS", description = "CRS de las geometrías, como EPSG:9377 o CRS84 (CRS).")
    private @Nullable String crs;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "text|json|html|svg",
            description = "Forma (format).")
    private Form form = Form.TEXT;

    HeadroomCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        HeadroomAnswer answer = new Services(context.config(), context.openDatabase())
                .headroom()
                .answer(
                        new HeadroomService.Question(number, municipality, on, new KnownAt.Newest(), plan, crs),
                        context.language());
        context.out()
                .println(
                        switch (form) {
                            case JSON -> Json.pretty(answer);
                            case HTML -> HeadroomPage.render(answer, context.language());
                            case SVG -> HeadroomPage.picture(answer, context.language());
                            case TEXT -> HeadroomText.render(answer, context.language());
                        });
        return ExitCode.DONE;
    }
}
