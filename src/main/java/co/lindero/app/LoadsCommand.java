package co.lindero.app;

import co.lindero.ingest.LoadRecord;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was loaded, when and by whom; and how to undo it. */
@Command(name = "loads", description = "Cargas hechas: list, show, revert (loads made).")
final class LoadsCommand implements Callable<Integer> {
    private final CommandContext context;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.@Nullable CommandSpec spec;

    LoadsCommand(CommandContext context) {
        this.context = context;
    }

    /** Returns the subcommands, to be added to the command line. */
    static List<Object> subcommands(CommandContext context) {
        return List.of(new Listing(context), new Show(context), new Revert(context));
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(context.out());
        }
        return ExitCode.USAGE;
    }

    private static String dataset(LoadRecord load) {
        return load.kind().equals("zones")
                ? String.join("/", load.kind(), load.theme(), load.plan(), load.dataset())
                : load.kind() + "/" + load.dataset();
    }

    private static String line(LoadRecord load) {
        return String.format(
                Locale.ROOT,
                "%6d  %s  %-10s %s  %s  +%d -%d =%d%s",
                load.publication(),
                load.at(),
                load.actor(),
                load.municipality(),
                dataset(load),
                load.added(),
                load.closed(),
                load.unchanged(),
                load.reverts() == null ? "" : "  revierte " + load.reverts());
    }

    @Command(name = "list", description = "Lista las cargas, la última primero (list loads).")
    static final class Listing implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private final MunicipalityOption municipality = new MunicipalityOption();

        @Option(names = "--limit", defaultValue = "50", description = "Cuántas (how many).")
        private int limit;

        Listing(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Services services = new Services(context.config(), context.openDatabase());
            List<LoadRecord> loads =
                    services.publishing().list(municipality.find(context).orElse(null), limit);
            loads.forEach(load -> context.out().println(line(load)));
            if (loads.size() == limit) {
                context.say("… hay más: use --limit", "… there are more: use --limit");
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", description = "Muestra una carga (show a load).")
    static final class Show implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(paramLabel = "PUBLICACIÓN", description = "Número de publicación (publication).")
        private long publication;

        Show(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Services services = new Services(context.config(), context.openDatabase());
            LoadRecord load = services.publishing().get(publication);
            context.out().println(line(load));
            context.out().println("archivo     " + load.file() + "  sha256 " + load.fileSha256());
            context.out().println("perfil      " + load.profile());
            context.out().println("vale desde  " + (load.validFrom() == null ? "siempre" : load.validFrom()));
            context.out()
                    .println("registros   " + load.records() + ", apartados " + load.quarantined() + ", reparados "
                            + load.repaired());
            context.out().println("hallazgos   " + load.findings());
            services.publishing()
                    .listQuarantined(publication)
                    .forEach(line -> context.out().println("apartado    " + line));
            return ExitCode.DONE;
        }
    }

    @Command(name = "revert", description = "Deshace una carga con una nueva publicación (undo a load).")
    static final class Revert implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(paramLabel = "PUBLICACIÓN", description = "Número de publicación (publication).")
        private long publication;

        Revert(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Services services = new Services(context.config(), context.openDatabase());
            long made = services.publishing().revert(publication);
            services.keeper().keepAll(2, count -> {});
            context.say(
                    "La carga " + publication + " quedó revertida por la publicación " + made + ".",
                    "Load " + publication + " was undone by publication " + made + ".");
            return ExitCode.DONE;
        }
    }
}
