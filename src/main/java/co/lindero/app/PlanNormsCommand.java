package co.lindero.app;

import co.lindero.norm.Completeness;
import co.lindero.platform.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells which zones and quantities of a plan are encoded, only cited or missing. */
@Command(
        name = "norms",
        description = "Dice qué normas del plan están codificadas, solo citadas o faltan (completeness).",
        sortOptions = false)
final class PlanNormsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final MunicipalityOption municipality = new MunicipalityOption();

    @Parameters(paramLabel = "CÓDIGO", description = "Código del plan (code).")
    private String code = "";

    @Option(names = "--on", paramLabel = "FECHA", description = "Día legal; hoy si no se indica (legal day).")
    private @Nullable LocalDate on;

    @Option(names = "--format", defaultValue = "text", description = "text o json; text si no se indica (format).")
    private Format format = Format.TEXT;

    /** How it is written. */
    enum Format {
        TEXT,
        JSON
    }

    PlanNormsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Services services = new Services(context.config(), context.openDatabase());
        String of = municipality.get(context);
        services.plans().get(of, code);
        LocalDate day = on == null ? services.landUse().today() : on;
        Completeness completeness = services.completeness().get(of, code, day);
        if (format == Format.JSON) {
            context.out().println(Json.pretty(completeness.toJson()));
        } else {
            completeness.byTheme().forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private void print(String theme, List<Completeness.Zone> zones) {
        context.out()
                .println(theme.isEmpty() ? context.language().pick("(todo el municipio)", "(municipality)") : theme);
        boolean speaks = zones.stream()
                .anyMatch(zone -> !zone.encoded().isEmpty() || !zone.cited().isEmpty());
        boolean uses = zones.stream().anyMatch(zone -> zone.useRules() > 0);
        if (!speaks && !uses) {
            context.say(
                    "    " + zones.size() + " zonas, sin normas ni usos",
                    "    " + zones.size() + " zones, no norms or uses");
            return;
        }
        zones.forEach(zone -> context.out().println(line(zone)));
    }

    private String line(Completeness.Zone zone) {
        return String.format("    %-24s", zone.zone())
                + group(context.language().pick("codificadas", "encoded"), zone.encoded())
                + group(context.language().pick("solo citadas", "cited only"), zone.cited())
                + group(context.language().pick("faltan", "missing"), zone.missing())
                + (zone.useRules() == 0
                        ? context.language().pick(" sin usos", " no uses")
                        : context.language().pick(" usos: ", " uses: ") + zone.useRules());
    }

    private static String group(String name, List<String> quantities) {
        return quantities.isEmpty() ? "" : " " + name + ": " + String.join(", ", quantities) + ";";
    }
}
