package co.lindero.app;

import co.lindero.followup.FollowUpAnswer;
import co.lindero.followup.FollowUpCsv;
import co.lindero.followup.FollowUpQuestion;
import co.lindero.followup.FollowUpText;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a plan is followed by licences and buildings. */
@Command(
        name = "follow-up",
        description =
                "Seguimiento del plan: lo licenciado por zona y año, por vencer, contrario al plan y candidatos a visita"
                        + " (follow-up of the plan).",
        sortOptions = false)
final class FollowUpCommand implements Callable<Integer> {
    private final CommandContext context;

    /** How an answer is written. */
    enum Form {
        TEXT,
        JSON,
        CSV
    }

    @Mixin
    private final MunicipalityOption municipality = new MunicipalityOption();

    @Option(
            names = "--section",
            paramLabel = "PARTE",
            description = "zones, expiring, conflicts o candidates; todas si no se indica (section).")
    private @Nullable String section;

    @Option(
            names = "--theme",
            defaultValue = FollowUpQuestion.THEME,
            paramLabel = "TEMA",
            description = "Tema por cuyas zonas se cuenta (theme).")
    private String theme = "";

    @Option(
            names = "--draft",
            paramLabel = "CÓDIGO",
            description = "Otro plan con el que comparar las licencias, como un borrador (draft).")
    private @Nullable String draft;

    @Option(names = "--within", defaultValue = "90", paramLabel = "DÍAS", description = "Por vencer en DÍAS (days).")
    private int withinDays;

    @Mixin
    private final MomentOptions moment = new MomentOptions();

    @Option(
            names = "--limit",
            defaultValue = "100",
            paramLabel = "N",
            description = "Candidatos que se listan; se cuentan todos (candidates listed).")
    private int limit;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "text|json|csv",
            description = "Forma; csv pide --section (format).")
    private Form form = Form.TEXT;

    FollowUpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (section == null ? form == Form.CSV : !FollowUpQuestion.SECTIONS.contains(section)) {
            throw wrong(
                    "--section debe ser una de: ",
                    "--section must be one of: ",
                    new TreeSet<>(FollowUpQuestion.SECTIONS));
        }
        if (withinDays < 0 || limit < 1 || limit > FollowUpQuestion.MOST) {
            throw wrong(
                    "--within desde 0 y --limit de 1 a ",
                    "--within from 0 and --limit from 1 to ",
                    java.util.List.of(Integer.toString(FollowUpQuestion.MOST)));
        }
        FollowUpAnswer answer = new Services(context.config(), context.openDatabase())
                .followUp()
                .answer(
                        new FollowUpQuestion(
                                municipality.get(context),
                                section,
                                theme,
                                draft,
                                withinDays,
                                limit,
                                Integer.MAX_VALUE,
                                "",
                                moment.on(),
                                moment.knownAt()),
                        context.language());
        switch (form) {
            case TEXT -> context.out().println(FollowUpText.render(answer, context.language()));
            case JSON -> context.out().println(Json.pretty(answer));
            case CSV -> context.out().print(FollowUpCsv.render(answer));
        }
        return ExitCode.DONE;
    }

    private static Problem wrong(String es, String en, java.util.Collection<String> words) {
        String list = String.join(", ", words) + ".";
        return Problem.of(ProblemType.INVALID_PARAMETER, es + list, en + list);
    }
}
