package co.lindero.risk;

import co.lindero.landuse.LandUseAnswer.KnownAtFacts;
import co.lindero.landuse.LandUseAnswer.Warning;
import co.lindero.plan.Dataset;
import co.lindero.plan.Drawing;
import co.lindero.plan.MeasuringStore;
import co.lindero.plan.MeasuringStore.Parts;
import co.lindero.plan.Plan;
import co.lindero.plan.PlanChoice;
import co.lindero.plan.PlanStore;
import co.lindero.plan.Theme;
import co.lindero.plan.ThemeCatalogue;
import co.lindero.platform.db.Database;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import co.lindero.risk.ExposureStore.Count;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Counts who and what lies in which level of hazard, risk or protection, by territory, land class or use, for the plan in force
 * or any other. Each answer comes from one snapshot of the database. Thread-safe.
 *
 * @legal Ley 1523 de 2012, arts. 37 and 40: knowledge of risk in plans; Ley 1712 de 2014 and Ley 1581 de 2012: small counts
 */
public final class ExposureService {
    private static final List<RiskLevel> MAPPED =
            List.of(RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.LOW, RiskLevel.UNSTATED);

    private final Database database;
    private final Clock clock;
    private final PlanStore plans;
    private final PublicationStore publications;
    private final int threshold;
    private final MeasuringStore measuring;
    private final ExposureStore store = new ExposureStore();

    /**
     * Makes the service.
     *
     * @param threshold counts under this are kept back where rows tell places
     * @param measuring tells when what an answer reads is still being measured
     */
    public ExposureService(
            Database database,
            Clock clock,
            PlanStore plans,
            PublicationStore publications,
            int threshold,
            MeasuringStore measuring) {
        this.database = database;
        this.clock = clock;
        this.plans = plans;
        this.publications = publications;
        this.threshold = threshold;
        this.measuring = measuring;
    }

    /**
     * An answer with the outlines of its groups, GeoJSON in longitude, latitude, by code.
     *
     * @param outlines empty unless asked for
     */
    public record Mapped(ExposureAnswer answer, Map<String, JsonNode> outlines) {}

    /** Whether outlines are wanted. */
    public enum Outlines {
        WITHOUT,
        WITH
    }

    /**
     * Answers a question.
     *
     * @throws Problem {@code plan-not-found}, {@code no-plan-in-force}, {@code publication-not-found} or
     *     {@code invalid-parameter} for a theme that the plan does not have or that is no hazard, risk or protection
     */
    public Mapped answer(ExposureQuestion question, Outlines outlines, Language language) {
        return database.read(handle -> {
            Publication known = publications.get(handle, question.knownAt());
            LocalDate on = question.on() == null ? LocalDate.now(clock) : question.on();
            PlanChoice choice =
                    PlanChoice.get(handle, plans, question.municipality(), question.plan(), on, known.number());
            List<String> chain = choice.chain();
            Optional<Theme> theme = theme(handle, question, chain, known.number());
            List<Dataset> datasets = plans.listDatasets(handle, question.municipality(), chain, known.number());
            Count count = new Count(
                    question.municipality(),
                    alike(handle, question, chain, on, known.number()),
                    question.theme(),
                    question.by(),
                    on,
                    known.number());
            if (datasets.stream().anyMatch(dataset -> dataset.theme().equals(question.theme()))) {
                measuring.require(
                        handle,
                        new Parts(count.municipality(), count.chain().get(0), List.of(count.theme()), on, known));
            }
            ExposureAnswer answer = write(
                    new Read(question, on, known, choice.plan(), theme, datasets, store.list(handle, count)), language);
            return new Mapped(answer, outlines == Outlines.WITH ? store.listOutlines(handle, count) : Map.of());
        });
    }

    /**
     * The chain to count by: that of the plan in force where the one asked for draws the theme and the land classes alike, for its
     * parts are kept.
     */
    private List<String> alike(Handle handle, ExposureQuestion question, List<String> chain, LocalDate on, long at) {
        if (question.plan() == null) {
            return chain;
        }
        List<String> inForce = plans.findChain(handle, question.municipality(), null, on, at);
        return !inForce.isEmpty()
                        && drawing(handle, question, chain, at)
                                .isAlike(drawing(handle, question, inForce, at), question.theme())
                ? inForce
                : chain;
    }

    private Drawing drawing(Handle handle, ExposureQuestion question, List<String> chain, long at) {
        return new Drawing(
                plans.listThemes(handle, question.municipality(), chain, at),
                plans.listDatasets(handle, question.municipality(), chain, at));
    }

    /** An expected theme that the plan does not define is no data; any other unknown code is a mistake. */
    private Optional<Theme> theme(Handle handle, ExposureQuestion question, List<String> chain, long at) {
        List<Theme> known = plans.listThemes(handle, question.municipality(), chain, at);
        Optional<Theme> theme = known.stream()
                .filter(candidate -> candidate.code().equals(question.theme()))
                .findFirst();
        boolean shipped = ThemeCatalogue.find(question.theme())
                .map(ThemeCatalogue.Shipped::protective)
                .orElse(false);
        if (theme.map(Theme::protective).orElse(shipped)) {
            return theme;
        }
        String codes = String.join(
                ", ",
                known.stream()
                        .filter(Theme::protective)
                        .map(Theme::code)
                        .distinct()
                        .sorted()
                        .toList());
        throw Problem.of(
                        ProblemType.INVALID_PARAMETER,
                        "«" + question.theme() + "» no es un tema de amenaza, riesgo o protección del plan.",
                        "'" + question.theme() + "' is no theme of hazard, risk or protection of the plan.")
                .with("parameter", "theme")
                .hint("Temas: " + codes + ".", "Themes: " + codes + ".");
    }

    /** All that an answer is made of. */
    private record Read(
            ExposureQuestion question,
            LocalDate on,
            Publication known,
            Plan plan,
            Optional<Theme> theme,
            List<Dataset> datasets,
            List<ExposedRow> rows) {}

    private ExposureAnswer write(Read read, Language language) {
        ExposureQuestion question = read.question();
        List<ExposedRow> placed =
                read.rows().stream().filter(row -> row.level() != null).toList();
        List<RiskLevel> asked = question.level() == null ? MAPPED : List.of(question.level());
        int least = question.tellsPlaces() ? threshold : 0;
        ExposureTable table = new ExposureTable(
                placed,
                least,
                new ExposureTable.Loaded(
                        read.datasets().stream()
                                .anyMatch(dataset -> dataset.kind().equals("licences")),
                        read.datasets().stream()
                                .anyMatch(dataset -> dataset.kind().equals("projects"))));
        List<ExposureAnswer.Row> rows = table.rows(asked);
        return new ExposureAnswer(
                question.municipality(),
                question.theme(),
                read.theme()
                        .map(Theme::title)
                        .orElseGet(() -> ThemeCatalogue.find(question.theme())
                                .map(shipped -> shipped.title().in(language))
                                .orElse(question.theme())),
                question.level() == null ? null : question.level().code(),
                question.by(),
                read.plan().code(),
                !read.plan().isAdopted(),
                read.on().toString(),
                new KnownAtFacts(read.known().number(), read.known().at().toString()),
                rows,
                table.total(asked),
                Stream.of(RiskLevel.values())
                        .map(level -> table.total(List.of(level)))
                        .toList(),
                read.rows().stream()
                        .filter(row -> row.level() == null)
                        .mapToLong(ExposedRow::buildings)
                        .sum(),
                new ExposureAnswer.SmallCounts(least, table.suppressed(), smallRule(least, language)),
                ExposureTexts.RULE.in(language),
                warnings(read, placed, language),
                read.datasets().stream().anyMatch(Dataset::demonstration) ? Boolean.TRUE : null,
                ExposureTexts.NOTICE.in(language));
    }

    private static String smallRule(int least, Language language) {
        return least < 2
                ? ExposureTexts.NOTHING_KEPT_BACK.in(language)
                : ExposureTexts.KEPT_BACK.in(language).replace("{n}", Integer.toString(least));
    }

    private static List<Warning> warnings(Read read, List<ExposedRow> placed, Language language) {
        List<Warning> list = new ArrayList<>();
        String theme = read.question().theme();
        if (read.datasets().stream().anyMatch(Dataset::demonstration)) {
            list.add(new Warning("demonstration", null, ExposureTexts.DEMONSTRATION.in(language)));
        }
        if (!read.plan().isAdopted()) {
            list.add(new Warning("draft-plan", null, ExposureTexts.DRAFT.in(language)));
        }
        if (placed.stream().anyMatch(row -> row.level() == RiskLevel.NO_DATA)) {
            list.add(new Warning("no-data", theme, ExposureTexts.NO_DATA.in(language)));
        }
        if (placed.stream().anyMatch(row -> row.level() == RiskLevel.UNSTATED)) {
            list.add(new Warning("level-not-stated", theme, ExposureTexts.UNSTATED.in(language)));
        }
        boolean grouped = placed.stream().anyMatch(row -> row.code() != null);
        if (!grouped) {
            list.add(new Warning("no-groups", null, ExposureTexts.NO_GROUPS.in(language)));
        }
        return list;
    }
}
