package co.lindero.app;

import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The command line: finds the command, runs it, and turns what goes wrong into text on standard error and an exit code
 * (see {@link ExitCode}). Tests drive the program through it in process.
 */
public final class Cli implements AutoCloseable {
    /** One line per command; adding a command is adding its class here. */
    private static final List<Function<CommandContext, Object>> COMMANDS = List.of(
            SetupCommand::new,
            ServeCommand::new,
            InspectCommand::new,
            PlanCommand::new,
            LoadCommand::new,
            LoadsCommand::new,
            LandUseCommand::new,
            ExportCommand::new,
            ProjectsCommand::new,
            UsesCommand::new,
            RiskCommand::new,
            ExposureCommand::new,
            LicencesCommand::new,
            CheckCommand::new,
            HeadroomCommand::new,
            DemoCommand::new,
            BenchCommand::new,
            ConfigCommand::new,
            VersionCommand::new);

    /** The commands below a command, by its name. */
    private static final Map<String, Function<CommandContext, List<Object>>> BELOW = Map.of(
            "bench",
            BenchCommand::subcommands,
            "licences",
            LicencesCommand::subcommands,
            "check",
            CheckCommand::subcommands,
            "plan",
            PlanCommand::subcommands,
            "loads",
            LoadsCommand::subcommands,
            "projects",
            ProjectsCommand::subcommands,
            "theme",
            PlanThemeCommand::subcommands);

    private static final int HELP_WIDTH = 110;

    private final RootCommand root = new RootCommand();
    private final CommandContext context;
    private final CommandLine commandLine;

    /**
     * Builds the command line.
     *
     * @param env environment of the process
     * @param home folder of the project
     */
    public Cli(Map<String, String> env, Path home, PrintStream out, PrintStream err) {
        this.context = new CommandContext(env, home, out, err, root.options());
        this.commandLine = new CommandLine(root);
        COMMANDS.forEach(command -> commandLine.addSubcommand(command.apply(context)));
        addBelow(commandLine);
        addHelp(commandLine);
        // Settings reach only the commands that are there already.
        commandLine
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH);
        commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(this::explainUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure));
    }

    /** Runs one command in process and returns its exit code. */
    public static int run(List<String> args, Map<String, String> env, Path home, PrintStream out, PrintStream err) {
        try (Cli cli = new Cli(env, home, out, err)) {
            return cli.run(args);
        }
    }

    /** Runs one command, closes what it opened and returns its exit code. */
    public int run(List<String> args) {
        try {
            return commandLine.execute(args.toArray(String[]::new));
        } finally {
            close();
        }
    }

    /** Tells whether the service is up. */
    boolean serves() {
        return context.isServing();
    }

    /** Closes what the command holds, newest first. */
    @Override
    public void close() {
        context.close();
    }

    private void addBelow(CommandLine command) {
        for (Map.Entry<String, CommandLine> entry : command.getSubcommands().entrySet()) {
            Function<CommandContext, List<Object>> below = BELOW.get(entry.getKey());
            if (below != null) {
                below.apply(context).forEach(entry.getValue()::addSubcommand);
                addBelow(entry.getValue());
            }
        }
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(picocli.CommandLine.Model.OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Muestra esta ayuda (show this help).")
                        .build());
        command.getCommandSpec().usageMessage().synopsisHeading("Uso: ").optionListHeading("%nOpciones:%n");
        command.getCommandSpec()
                .usageMessage()
                .commandListHeading("%nÓrdenes:%n")
                .parameterListHeading("%n");
        command.getSubcommands().values().forEach(Cli::addHelp);
    }

    private int explainUsage(CommandLine.ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        context.err().println(language(args).pick("Uso incorrecto: ", "Wrong usage: ") + failure.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        String name = command.getCommandSpec().qualifiedName();
        context.err().println(language(args).pick("Vea: ", "See: ") + name + " --help");
        return ExitCode.USAGE;
    }

    /** The options may be unread when the command line itself is wrong. */
    private static Language language(String[] args) {
        List<String> all = List.of(args);
        int option = all.indexOf("--lang");
        boolean english = all.contains("--lang=en")
                || (option >= 0
                        && option + 1 < all.size()
                        && all.get(option + 1).equals("en"));
        return english ? Language.EN : Language.ES;
    }

    private int explain(Exception failure) {
        if (failure instanceof Problem problem) {
            explain(problem);
            return ExitCode.of(problem.type());
        }
        Language language = context.language();
        if (context.debug()) {
            failure.printStackTrace(context.err());
        } else {
            context.err()
                    .println(language.pick("Error interno; los detalles están en ", "Internal error; details are in ")
                            + record(failure));
        }
        context.err().println(language.pick("Código: ", "Code: ") + "internal-error");
        return ExitCode.INTERNAL;
    }

    private void explain(Problem problem) {
        Language language = context.language();
        context.err().println("Error: " + problem.detail(language));
        problem.faults()
                .forEach(fault -> context.err()
                        .println("  - " + fault.where() + ": " + language.pick(fault.detailEs(), fault.detailEn())
                                + " [" + fault.code() + "]"));
        String hint = problem.hint(language);
        if (hint != null) {
            context.err().println(language.pick("Qué hacer: ", "What to do: ") + hint);
        }
        context.err()
                .println(language.pick("Código: ", "Code: ") + problem.type().code());
        if (context.debug()) {
            problem.printStackTrace(context.err());
        }
    }

    private static String record(Exception failure) {
        try {
            Path file = Files.createTempFile("lindero-error-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
                writer.println(Instant.now());
                failure.printStackTrace(writer);
            }
            return file.toString();
        } catch (IOException e) {
            return "--debug (" + failure + ")";
        }
    }
}
