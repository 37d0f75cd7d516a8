package co.lindero.landuse;

import co.lindero.cadastre.Parcel;
import co.lindero.cadastre.ParcelFinder;
import co.lindero.cadastre.ParcelNumber;
import co.lindero.investment.ParcelProjects;
import co.lindero.landuse.AnswerScope.ThemeScope;
import co.lindero.landuse.AnswerWriter.Findings;
import co.lindero.landuse.ThemeJudge.Judged;
import co.lindero.norm.NormStore;
import co.lindero.plan.Plan;
import co.lindero.plan.PlanStore;
import co.lindero.plan.StripStore;
import co.lindero.platform.db.Database;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import co.lindero.register.ParcelLicences;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what of a plan lies on a parcel, for any legal day and state of knowledge. Each answer comes from one snapshot of
 * the database. Thread-safe.
 *
 * @legal Decreto 1077 de 2015, art. 2.2.6.1.3.1: an answer is informative and creates no right
 */
public final class LandUseService {
    private static final Logger LOG = LoggerFactory.getLogger(LandUseService.class);
    /** Rows that the scopes kept may hold together, at about 1 kB each. */
    private static final int ROWS_KEPT = 60_000;

    private static final int DIVIPOLA_DIGITS = 5;
    private static final int GEOJSON_SRID = 4326;
    private static final String NOTICE_ES =
            "Respuesta informativa: no otorga derechos ni reemplaza el concepto de norma"
                    + " urbanística (Decreto 1077 de 2015, art. 2.2.6.1.3.1).";
    private static final String NOTICE_EN = "Informative answer: it creates no right and does not replace the official"
            + " statement of planning rules (Decreto 1077 de 2015, art. 2.2.6.1.3.1).";

    private final Database database;
    private final Clock clock;
    private final PlanStore plans;
    private final PublicationStore publications;
    private final ParcelFinder parcels;
    private final NormStore norms = new NormStore();
    private final PlannedWorks works;
    private final ParcelLicences licences;
    private final StripStore strips;
    private final LandUseStore parts = new LandUseStore();
    private final Cache<ScopeKey, AnswerScope> scopes = Caffeine.newBuilder()
            .maximumWeight(ROWS_KEPT)
            .<ScopeKey, AnswerScope>weigher((key, scope) -> scope.size())
            .build();

    /** What the newest publication says, to be tried before anything is asked: most answers are of the same day and plan. */
    private final Cache<NewestKey, NewestScope> newestScopes = Caffeine.newBuilder()
            .maximumWeight(ROWS_KEPT)
            .<NewestKey, NewestScope>weigher((key, newest) -> newest.scope().size())
            .build();

    private record NewestKey(String municipality, @Nullable String plan, LocalDate on) {}

    private record NewestScope(AnswerScope scope, long publication) {}

    private record ScopeKey(String municipality, @Nullable String plan, LocalDate on, long at) {}

    /**
     * Makes the service.
     *
     * @param clock clock whose zone decides on which legal day it is
     */
    public LandUseService(
            Database database,
            Clock clock,
            PlanStore plans,
            PublicationStore publications,
            ParcelFinder parcels,
            ParcelProjects projects,
            ParcelLicences licences,
            StripStore strips) {
        this.database = database;
        this.clock = clock;
        this.plans = plans;
        this.publications = publications;
        this.parcels = parcels;
        this.works = new PlannedWorks(projects);
        this.licences = licences;
        this.strips = strips;
    }

    /** Returns the legal day it is. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Answers a question.
     *
     * @throws Problem {@code invalid-parcel-number}, {@code parcel-not-found}, {@code publication-not-found},
     *     {@code plan-not-found} or {@code no-plan-in-force}
     */
    public LandUseAnswer answer(LandUseQuestion question, Language language) {
        return write(find(question), language);
    }

    /**
     * Answers a question together with what the answer rests on, for whoever asks further.
     *
     * @throws Problem as {@link #answer}
     */
    public LandUseFindings explain(LandUseQuestion question) {
        Findings findings = find(question);
        return new LandUseFindings(
                write(findings, Language.ES),
                write(findings, Language.EN),
                findings.scope().book(),
                KnownFacts.of(findings.found().plot(), findings.themes()).values());
    }

    private Findings find(LandUseQuestion question) {
        ParcelNumber number = ParcelNumber.parse(question.number(), database.numbers());
        LocalDate on = question.on() == null ? today() : question.on();
        return findKept(question, number, on)
                .orElseGet(() -> database.read(handle -> find(handle, question, number, on)));
    }

    /**
     * Finds a warm answer in one statement: the newest state, all parts kept. Nothing where it takes more: another state, a
     * number that is not simply there, a theme not kept, or a publication since the scope was read.
     */
    private Optional<Findings> findKept(LandUseQuestion question, ParcelNumber number, LocalDate on) {
        if (!(question.knownAt() instanceof KnownAt.Newest)
                || question.geometry()
                || number.kind() != ParcelNumber.Kind.NATIONAL) {
            return Optional.empty();
        }
        String municipality = number.value().substring(0, DIVIPOLA_DIGITS);
        NewestScope newest = newestScopes.getIfPresent(new NewestKey(municipality, question.plan(), on));
        if (newest == null
                || newest.scope().plan() == null
                || !municipality.equals(
                        Optional.ofNullable(question.municipality()).orElse(municipality))) {
            return Optional.empty();
        }
        String plan = newest.scope().chain().get(0);
        return database.readAtOnce(handle -> parts.findKeptAnswer(handle, number.value(), plan, on)
                .filter(kept -> kept.known().number() == newest.publication()
                        && kept.plots().size() == 1
                        && kept.plots().get(0).isDrawn()
                        && kept.plots().get(0).municipality().equals(municipality))
                .flatMap(kept -> findings(handle, kept, newest.scope(), on)));
    }

    private Optional<Findings> findings(Handle handle, LandUseStore.KeptAnswer kept, AnswerScope scope, LocalDate on) {
        Parcel plot = kept.plots().get(0);
        Map<String, List<MeasuredRow>> rows = kept.rows().stream().collect(Collectors.groupingBy(MeasuredRow::theme));
        List<Judged> judged = new ArrayList<>();
        for (ThemeScope theme : scope.themes()) {
            List<MeasuredRow> measured = rows.getOrDefault(theme.code(), List.of());
            if (measured.isEmpty() && theme.isLoaded()) {
                return Optional.empty();
            }
            judged.add(judge(theme, measured, plot));
        }
        judged = strips(
                handle, scope, judged, plot, new StripQuestion(on, kept.known().number(), false));
        ParcelFinder.Found found = new ParcelFinder.Found(plot.number(), null, plot, List.of());
        return Optional.of(new Findings(
                found,
                scope,
                on,
                kept.known(),
                judged,
                kept.buildings(),
                works.list(handle, scope, found, on, kept.known().number()),
                licences(handle, scope, found, on, kept.known().number())));
    }

    /** When strips are asked for, and whether they are to be drawn. */
    private record StripQuestion(LocalDate on, long at, boolean geometry) {}

    /** Adds the strips along watercourses and roads; costs nothing where the plan holds no lines. */
    private List<Judged> strips(
            Handle handle, AnswerScope scope, List<Judged> judged, Parcel plot, StripQuestion question) {
        if (scope.lined().isEmpty() || !plot.isDrawn()) {
            return judged;
        }
        StripStore.When when = new StripStore.When(plot.municipality(), scope.chain(), question.on(), question.at());
        StripStore.Ground ground = new StripStore.Ground(List.of(plot.id()), null, GEOJSON_SRID);
        return judged.stream()
                .map(theme -> scope.lined().contains(theme.scope().code())
                        ? theme.with(strips.list(handle, when, theme.scope().code(), ground), question.geometry())
                        : theme)
                .toList();
    }

    private static Judged judge(ThemeScope theme, List<MeasuredRow> measured, Parcel plot) {
        Judged result = ThemeJudge.judge(theme, measured, plot.planarM2() == null ? 0 : plot.planarM2());
        if (!result.balanced()) {
            LOG.error("figures do not add up parcel={} theme={}", plot.id(), theme.code());
        }
        return result;
    }

    /**
     * Answers for parcels one after the other from one snapshot, the same bytes as asked one by one.
     *
     * @param questions questions that differ in the number alone
     */
    public List<LandUseAnswer> answerAll(List<LandUseQuestion> questions, Language language) {
        return database.read(handle -> questions.stream()
                .map(question -> {
                    LocalDate on = question.on() == null ? today() : question.on();
                    ParcelNumber number = ParcelNumber.parse(question.number(), database.numbers());
                    return write(find(handle, question, number, on), language);
                })
                .toList());
    }

    private Findings find(Handle handle, LandUseQuestion question, ParcelNumber number, LocalDate on) {
        Publication known = publications.get(handle, question.knownAt());
        ParcelFinder.Found found = parcels.get(handle, number, question.municipality(), on, known.number());
        String municipality = found.plot().municipality();
        AnswerScope scope = scope(handle, new ScopeKey(municipality, question.plan(), on, known.number()));
        boolean newest = question.knownAt() instanceof KnownAt.Newest
                || publications.findNewest(handle).equals(Optional.of(known));
        LandUseStore.Measuring measuring = new LandUseStore.Measuring(
                found.plot().id(), municipality, scope.chain(), on, known.number(), question.geometry());
        if (question.knownAt() instanceof KnownAt.Newest) {
            newestScopes.put(new NewestKey(municipality, question.plan(), on), new NewestScope(scope, known.number()));
        }
        List<Judged> themes = strips(
                handle,
                scope,
                judge(handle, scope, measuring, newest, found.plot()),
                found.plot(),
                new StripQuestion(on, known.number(), question.geometry()));
        return new Findings(
                found,
                scope,
                on,
                known,
                themes,
                parts.listBuildings(handle, municipality, found.plot().number(), on, known.number()),
                works.list(handle, scope, found, on, known.number()),
                licences(handle, scope, found, on, known.number()));
    }

    /** Costs nothing where the municipality has no register of licences. */
    private ParcelLicences.Found licences(
            Handle handle, AnswerScope scope, ParcelFinder.Found found, LocalDate on, long at) {
        if (scope.datasets().stream().noneMatch(dataset -> dataset.kind().equals("licences"))) {
            return ParcelLicences.Found.NONE;
        }
        Parcel plot = found.plot();
        return licences.list(
                handle, new ParcelLicences.Parcel(plot.municipality(), found.asked(), plot.number()), on, at);
    }

    private List<Judged> judge(
            Handle handle, AnswerScope scope, LandUseStore.Measuring measuring, boolean newest, Parcel plot) {
        boolean kept = newest && !measuring.geometry() && scope.plan() != null;
        Map<String, List<MeasuredRow>> rows = kept
                ? parts
                        .listKept(
                                handle,
                                measuring.parcel(),
                                measuring.municipality(),
                                scope.chain().get(0),
                                measuring.on())
                        .stream()
                        .collect(Collectors.groupingBy(MeasuredRow::theme))
                : Map.of();
        List<Judged> judged = new ArrayList<>();
        for (ThemeScope theme : scope.themes()) {
            List<MeasuredRow> measured = rows.getOrDefault(theme.code(), List.of());
            if (measured.isEmpty() && theme.isLoaded()) {
                measured = parts.listMeasured(handle, measuring, theme.code());
            }
            judged.add(judge(theme, measured, plot));
        }
        return judged;
    }

    private AnswerScope scope(Handle handle, ScopeKey key) {
        AnswerScope present = scopes.getIfPresent(key);
        if (present != null) {
            return present;
        }
        AnswerScope made = readScope(handle, key);
        scopes.put(key, made);
        return made;
    }

    private AnswerScope readScope(Handle handle, ScopeKey key) {
        List<Plan> known = plans.listPlans(handle, key.municipality(), key.at());
        List<String> chain = plans.findChain(handle, key.municipality(), key.plan(), key.on(), key.at());
        if (chain.isEmpty() && key.plan() != null) {
            throw Problem.of(
                            ProblemType.PLAN_NOT_FOUND,
                            "El municipio " + key.municipality() + " no tiene un plan " + key.plan(),
                            "Municipality " + key.municipality() + " has no plan " + key.plan())
                    .hint(
                            "Planes: "
                                    + String.join(
                                            ", ", known.stream().map(Plan::code).toList()) + ".",
                            "Plans: "
                                    + String.join(
                                            ", ", known.stream().map(Plan::code).toList()) + ".");
        }
        if (chain.isEmpty() && known.stream().anyMatch(Plan::isAdopted)) {
            throw notYet(known, key.on());
        }
        Plan plan = null;
        for (String code : chain) {
            Plan next = known.stream()
                    .filter(p -> p.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            plan = plan == null ? next : plan.withTermOf(next);
        }
        return AnswerScope.of(
                plan,
                chain,
                plans.listThemes(handle, key.municipality(), chain, key.at()),
                plans.listDatasets(handle, key.municipality(), chain, key.at()),
                norms.read(handle, key.municipality(), chain, key.on(), key.at()),
                chain.isEmpty()
                        ? Set.of()
                        : strips.listLinedThemes(
                                handle, new StripStore.When(key.municipality(), chain, key.on(), key.at())));
    }

    private static Problem notYet(List<Plan> known, LocalDate on) {
        LocalDate since = known.stream()
                .filter(Plan::isAdopted)
                .map(Plan::inForceFrom)
                .min(LocalDate::compareTo)
                .orElse(on);
        return Problem.of(
                        ProblemType.NO_PLAN_IN_FORCE,
                        "El " + on + " no regía ningún plan cargado",
                        "No loaded plan was in force on " + on)
                .with("since", since.toString())
                .hint("Hay plan desde " + since + ".", "There is a plan since " + since + ".");
    }

    private static LandUseAnswer write(Findings findings, Language language) {
        LandUseAnswer spanish = AnswerWriter.write(findings, Language.ES);
        String hash = Json.hash(spanish, "hash", "notice");
        LandUseAnswer answer = language == Language.ES ? spanish : AnswerWriter.write(findings, language);
        return answer.sealed(hash, language.pick(NOTICE_ES, NOTICE_EN));
    }
}
