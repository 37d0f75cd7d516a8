package co.lindero.app;

import co.lindero.demo.DemoGenerator;
import co.lindero.demo.DemoLayout;
import co.lindero.demo.DemoPicture;
import co.lindero.demo.DemoSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Generates the synthetic municipality and draws it. */
@Command(
        name = "demo",
        synopsisSubcommandLabel = "ORDEN",
        description = "Genera y dibuja el municipio sintético (generate and draw the synthetic municipality).")
final class DemoCommand implements Runnable {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "generate", description = "Escribe los archivos y su manifiesto (write the files and manifest).")
    int generate(
            @Option(names = "--seed", defaultValue = "76130", description = "Semilla: la misma da los mismos bytes.")
                    long seed,
            @Option(names = "--parcels", defaultValue = "12000", description = "Predios, 60 a 1000000.") int parcels,
            @Option(
                            names = "--layout",
                            description = "candelaria (10000 a 20000 predios) o fabric; si falta, según los predios.")
                    Optional<DemoLayout> layout,
            @Option(names = "--out", required = true, description = "Carpeta de salida.") Path out)
            throws IOException {
        DemoLayout chosen = layout.orElse(DemoLayout.fitting(parcels));
        if (!chosen.holds(parcels)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--parcels=" + parcels);
        }
        DemoGenerator.generate(new DemoSettings(seed, parcels, chosen), out);
        context.say(
                parcels + " predios sintéticos en " + out.toAbsolutePath(),
                parcels + " synthetic parcels in " + out.toAbsolutePath());
        return ExitCode.DONE;
    }

    @Command(name = "picture", description = "Dibuja a tres escalas lo generado (draw what was generated).")
    int picture(
            @Option(names = "--data", required = true, description = "Carpeta de lo generado (candelaria).") Path data,
            @Option(names = "--out", required = true, description = "Carpeta de las imágenes PNG.") Path out)
            throws IOException {
        System.setProperty("java.awt.headless", "true");
        DemoPicture.draw(data, out);
        context.say("Imágenes en " + out.toAbsolutePath(), "Pictures in " + out.toAbsolutePath());
        return ExitCode.DONE;
    }
}
