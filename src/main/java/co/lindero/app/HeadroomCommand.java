package co.lindero.app;

import co.lindero.licence.HeadroomAnswer;
import co.lindero.licence.HeadroomService;
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
        JSON
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

    @Option(names = "--format", defaultValue = "text", paramLabel = "text|json", description = "Forma (format).")
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
        if (form == Form.JSON) {
            context.out().println(Json.pretty(answer));
        } else {
            print(answer);
        }
        return ExitCode.DONE;
    }

    private String pick(String es, String en) {
        return context.language().pick(es, en);
    }

    private void print(HeadroomAnswer answer) {
        context.out().println(pick("Predio ", "Parcel ") + answer.parcel() + pick(", al ", ", on ") + answer.on());
        for (HeadroomAnswer.Part part : answer.parts()) {
            context.out()
                    .println((part.zone() == null ? "" : pick("Zona ", "Zone ") + part.zone() + ": ") + part.planarM2()
                            + " m²"
                            + (part.floorsMax() == null
                                    ? pick("; ninguna norma limita los pisos", "; no norm limits the floors")
                                    : pick("; pisos: ", "; floors: ") + part.floorsMax()));
            part.byFloors()
                    .forEach(storey -> context.out()
                            .println("  " + storey.floors() + pick(" pisos: huella ", " floors: footprint ")
                                    + storey.footprintMaxM2() + " m² (" + storey.footprintLimitedBy() + ")"
                                    + pick(", área construida ", ", built area ") + storey.floorAreaMaxM2() + " m² ("
                                    + storey.floorAreaLimitedBy() + ")"));
            part.limits()
                    .forEach(limit -> context.out()
                            .println("  " + limit.quantity() + " " + limit.operator() + " " + limit.value() + " ("
                                    + limit.act() + ", art. " + limit.article() + ")"));
        }
        answer.undecided()
                .forEach(limit -> context.out()
                        .println("! " + pick("No se tuvo en cuenta: ", "Not taken into account: ") + limit.quantity()));
        context.out().println(answer.notice());
    }
}
