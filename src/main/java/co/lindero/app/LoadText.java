package co.lindero.app;

import co.lindero.ingest.Finding;
import co.lindero.ingest.LoadOutcome;
import co.lindero.law.Bilingual;
import co.lindero.platform.problem.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells a planner what became of a load. */
final class LoadText {
    private static final int SHOWN_PER_CODE = 3;

    /** What a planner may do about records that are refused. */
    static final Bilingual RECORDS = new Bilingual(
            "Corrija los errores, o use --quarantine (apartar) o --repair (reparar geometrías).",
            "Mend the errors, or use --quarantine or --repair.");
    /** What a planner may do about a raster that is refused: it has no records to keep aside. */
    static final Bilingual RASTER = new Bilingual("Corrija los errores.", "Mend the errors.");

    private LoadText() {}

    /**
     * Prints what became of a load.
     *
     * @param advice what to do where it is refused
     */
    static void print(CommandContext context, LoadOutcome outcome, Bilingual advice) {
        Language language = context.language();
        LoadOutcome.Counts counts = outcome.counts();
        switch (outcome.status()) {
            case PUBLISHED ->
                context.say(
                        "Publicado como " + outcome.publication() + ": conjunto «" + outcome.dataset() + "»",
                        "Published as " + outcome.publication() + ": dataset \"" + outcome.dataset() + "\"");
            case UNCHANGED ->
                context.say(
                        "Sin cambios: el conjunto «" + outcome.dataset()
                                + "» ya tiene estos datos; no se publicó nada.",
                        "No changes: dataset \"" + outcome.dataset()
                                + "\" has these data already; nothing was published.");
            case CHECKED ->
                context.say(
                        "Revisado sin publicar: conjunto «" + outcome.dataset() + "»",
                        "Checked, not published: dataset \"" + outcome.dataset() + "\"");
            case REFUSED ->
                context.say(
                        "Carga rechazada: todo queda como estaba. " + advice.es(),
                        "Load refused: everything is as it was. " + advice.en());
        }
        context.say(
                String.format(
                        Locale.ROOT,
                        "Registros %d; filas nuevas %d, cerradas %d, sin cambio %d; apartados %d; reparados %d; perfil %s",
                        counts.records(),
                        counts.added(),
                        counts.closed(),
                        counts.unchanged(),
                        counts.quarantined(),
                        counts.repaired(),
                        outcome.profile()),
                String.format(
                        Locale.ROOT,
                        "Records %d; rows added %d, closed %d, unchanged %d; quarantined %d; repaired %d; profile %s",
                        counts.records(),
                        counts.added(),
                        counts.closed(),
                        counts.unchanged(),
                        counts.quarantined(),
                        counts.repaired(),
                        outcome.profile()));
        if (!outcome.personal().isEmpty()) {
            context.say(
                    "Columnas con datos personales que no se leyeron: " + outcome.personal(),
                    "Columns with personal data that were not read: " + outcome.personal());
        }
        findings(context, outcome, language);
        context.say("Informe: " + outcome.reports(), "Report: " + outcome.reports());
    }

    private static void findings(CommandContext context, LoadOutcome outcome, Language language) {
        Map<String, List<Finding>> byCode = outcome.findings().examples().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.level() + " " + finding.code(), TreeMap::new, Collectors.toList()));
        byCode.forEach((code, list) -> {
            Finding first = list.get(0);
            context.out().println(code + ": " + outcome.findings().count(first.level(), first.code()));
            for (Finding finding : list.subList(0, Math.min(SHOWN_PER_CODE, list.size()))) {
                context.out()
                        .println("    " + place(finding, outcome, language)
                                + finding.message().in(language));
            }
            if (list.size() > SHOWN_PER_CODE) {
                context.out().println("    …");
            }
        });
    }

    private static String place(Finding finding, LoadOutcome outcome, Language language) {
        StringBuilder text = new StringBuilder();
        if (finding.record() != null) {
            boolean table = outcome.kind().isTable();
            text.append(table ? language.pick("fila ", "row ") : language.pick("registro ", "record "))
                    .append(finding.record());
        }
        if (finding.key() != null) {
            text.append(text.isEmpty() ? "" : ", ").append(finding.key());
        }
        if (finding.x() != null && finding.y() != null) {
            text.append(String.format(Locale.ROOT, " (%.2f, %.2f)", finding.x(), finding.y()));
        }
        return text.isEmpty() ? "" : text + ": ";
    }
}
