package co.lindero.app;

import co.lindero.investment.Conflict;
import co.lindero.investment.Money;
import co.lindero.investment.Movement;
import co.lindero.investment.Ranked;
import co.lindero.investment.ReviewService;
import co.lindero.investment.Summary;
import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers about projects for terminals. Pure. */
final class ProjectText {
    private static final String UNKNOWN = "—";

    private ProjectText() {}

    static String summary(Summary summary, Language language) {
        StringBuilder text = new StringBuilder();
        Summary.Place place = summary.territory();
        String name = place.name() == null ? "" : " " + place.name();
        text.append(place.kind()).append(' ').append(place.code()).append(name).append('\n');
        line(
                text,
                language.pick("proyectos", "projects") + " " + summary.projects() + ", "
                        + language.pick(
                                "de ellos repartidos con otros territorios ", "of them shared with other territories ")
                        + summary.shared(),
                summary.budget());
        if (summary.perInhabitant() != null) {
            line(text, language.pick("por habitante", "per inhabitant"), summary.perInhabitant());
        }
        groups(text, language.pick("Por eje", "By axis"), summary.byAxis(), language);
        groups(text, language.pick("Por año", "By year"), summary.byYear(), language);
        groups(text, language.pick("Por fuente", "By source"), summary.bySource(), language);
        return text.toString();
    }

    private static void groups(StringBuilder text, String title, List<Summary.Group> groups, Language language) {
        text.append(title).append('\n');
        groups.forEach(group -> line(
                text,
                "  " + (group.label() == null ? language.pick("sin dato", "not stated") : group.label()) + " ("
                        + group.projects() + ")",
                group.budget()));
    }

    private static void line(StringBuilder text, String label, Money money) {
        text.append(label)
                .append(": planeado (planned) ")
                .append(pesos(money.planned()))
                .append(", comprometido (committed) ")
                .append(pesos(money.committed()))
                .append(", pagado (paid) ")
                .append(pesos(money.paid()))
                .append('\n');
    }

    static String order(ReviewService.Order order, Language language) {
        StringBuilder text = new StringBuilder(order.criteria()).append('\n');
        for (Ranked project : order.projects()) {
            text.append(
                            project.position() == null
                                    ? UNKNOWN
                                    : project.position().toString())
                    .append(". ")
                    .append(project.code())
                    .append(' ')
                    .append(shown(project.name()))
                    .append(": ")
                    .append(shown(project.score()))
                    .append(" [")
                    .append(project.lowest())
                    .append(" – ")
                    .append(project.highest())
                    .append("]\n     ")
                    .append(project.terms().stream()
                            .map(term -> term(term, language))
                            .collect(Collectors.joining("; ")))
                    .append('\n');
        }
        if (order.moves() != null) {
            text.append(language.pick("Se mueven: ", "Moved: "))
                    .append(order.moves().size())
                    .append('\n');
            order.moves()
                    .forEach(move -> text.append("  ")
                            .append(move.code())
                            .append(": ")
                            .append(shown(move.from()))
                            .append(" → ")
                            .append(shown(move.to()))
                            .append('\n'));
        }
        return text.toString();
    }

    private static String term(Ranked.Term term, Language language) {
        return term.points() == null
                ? term.criterion() + ": " + language.pick("falta el dato", "input missing") + " (" + term.measure()
                        + ")"
                : "%s: %s de %s (%s, %s…%s)"
                        .formatted(
                                term.criterion(),
                                term.points(),
                                term.weight(),
                                term.value(),
                                term.worst(),
                                term.best());
    }

    static String conflicts(ReviewService.Conflicts found, Language language) {
        StringBuilder text = new StringBuilder();
        if (found.plan() == null) {
            text.append(language.pick(
                    "No hay plan vigente cargado: de amenazas, protección y clases de suelo no se sabe nada.\n",
                    "No plan in force is loaded: of hazards, protection and land classes nothing is known.\n"));
        }
        for (Conflict conflict : found.conflicts()) {
            String where = Stream.of(conflict.theme(), conflict.zone(), conflict.other())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            text.append(conflict.code())
                    .append(" [")
                    .append(conflict.conflict())
                    .append("] ")
                    .append(where)
                    .append(conflict.planarM2() == null ? "" : " " + conflict.planarM2() + " m2")
                    .append(conflict.lengthM() == null ? "" : " " + conflict.lengthM() + " m")
                    .append(
                            conflict.parcels() == null
                                    ? ""
                                    : " " + conflict.parcels() + language.pick(" predios", " parcels"))
                    .append(conflict.certain() ? "" : language.pick(" (fechas sin dato)", " (days unknown)"))
                    .append('\n');
        }
        return text.append(language.pick("Conflictos: ", "Conflicts: "))
                .append(found.conflicts().size())
                .append('\n')
                .toString();
    }

    static String movement(ReviewService.Moved moved, Language language) {
        StringBuilder text = new StringBuilder();
        for (Movement project : moved.projects()) {
            text.append(project.code())
                    .append(" [")
                    .append(project.movement())
                    .append("] ")
                    .append(shown(project.before().stage()))
                    .append(" → ")
                    .append(shown(project.after().stage()))
                    .append("; planeado (planned) ")
                    .append(pesos(project.before().planned()))
                    .append(" → ")
                    .append(pesos(project.after().planned()))
                    .append("; pagado (paid) ")
                    .append(pesos(project.before().paid()))
                    .append(" → ")
                    .append(pesos(project.after().paid()))
                    .append('\n');
        }
        return text.append(language.pick(
                        "Proyectos que cambiaron desde la publicación ", "Projects changed since publication "))
                .append(moved.since().number())
                .append(": ")
                .append(moved.projects().size())
                .append('\n')
                .toString();
    }

    private static String pesos(@Nullable BigDecimal amount) {
        return amount == null ? UNKNOWN : "$ " + String.format(Locale.forLanguageTag("es-CO"), "%,.2f", amount);
    }

    private static String shown(@Nullable Object value) {
        return value == null ? UNKNOWN : value.toString();
    }
}
