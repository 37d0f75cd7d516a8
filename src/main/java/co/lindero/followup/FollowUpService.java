package co.lindero.followup;

import co.lindero.followup.FollowUpAnswer.Expiring;
import co.lindero.followup.FollowUpAnswer.ExpiringLicence;
import co.lindero.followup.FollowUpAnswer.Warning;
import co.lindero.followup.FollowUpAnswer.Zones;
import co.lindero.followup.FollowUpStore.Ground;
import co.lindero.followup.FollowUpStore.Scope;
import co.lindero.licence.LicenceScreen;
import co.lindero.norm.NormBook;
import co.lindero.norm.NormStore;
import co.lindero.plan.Dataset;
import co.lindero.plan.MeasuringStore;
import co.lindero.plan.Plan;
import co.lindero.plan.PlanChoice;
import co.lindero.plan.PlanStore;
import co.lindero.plan.Theme;
import co.lindero.platform.db.Database;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import co.lindero.register.RegisterService;
import co.lindero.register.RegisterService.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Tells how a plan is followed: what is licensed against what it allows, what expires, what it would not allow today, what to look
 * at. Each answer comes from one snapshot of the database. Thread-safe.
 *
 * @legal Ley 388 de 1997, arts. 28 and 99; Decreto 1077 de 2015, art. 2.2.6.1.4.11 ff (urban control)
 */
public final class FollowUpService {
    private final Database database;
    private final Clock clock;
    private final PlanStore plans;
    private final PublicationStore publications;
    private final RegisterService register;
    private final LicenceScreen screen;
    private final MeasuringStore measuring;
    private final FollowUpStore store = new FollowUpStore();
    private final NormStore norms = new NormStore();

    /**
     * Makes the service.
     *
     * @param clock clock whose zone decides on which legal day it is
     * @param measuring tells when what an answer reads is still being measured
     */
    public FollowUpService(
            Database database,
            Clock clock,
            PlanStore plans,
            PublicationStore publications,
            RegisterService register,
            LicenceScreen screen,
            MeasuringStore measuring) {
        this.database = database;
        this.clock = clock;
        this.plans = plans;
        this.publications = publications;
        this.register = register;
        this.screen = screen;
        this.measuring = measuring;
    }

    /** Returns the state of which an answer would speak, so that one that a caller has need not be made again. */
    public State state(FollowUpQuestion question) {
        return database.read(handle -> new State(
                publications.get(handle, question.knownAt()),
                question.on() == null ? LocalDate.now(clock) : question.on()));
    }

    /** A state of knowledge and a legal day. */
    public record State(Publication known, LocalDate on) {}

    /** All that the parts of an answer read. */
    record Read(
            FollowUpQuestion question,
            LocalDate on,
            Publication known,
            PlanChoice choice,
            LocalDate plannedSince,
            List<Theme> themes,
            List<Dataset> datasets,
            NormBook book,
            List<Shown> licences) {
        Scope scope(List<String> of) {
            return new Scope(question.municipality(), choice.chain(), of, on, known.number());
        }

        /** Themes of the plan of which zones are loaded: those whose parts are kept. */
        List<String> loaded() {
            Set<String> zoned = datasets.stream()
                    .filter(dataset -> dataset.kind().equals("zones"))
                    .map(Dataset::theme)
                    .collect(Collectors.toSet());
            return themes.stream()
                    .map(Theme::code)
                    .filter(zoned::contains)
                    .distinct()
                    .toList();
        }

        /** Themes by whose zones parcels are told apart: that of the question and all that norms speak of. */
        List<String> zoned() {
            Set<String> codes = new TreeSet<>(book.themesWithNorms());
            codes.add(question.theme());
            return List.copyOf(codes);
        }
    }

    /**
     * Answers a question.
     *
     * @throws Problem {@code plan-not-found}, {@code no-plan-in-force}, {@code publication-not-found}, or
     *     {@code invalid-parameter} for a theme that the plan does not have, {@code not-ready} while parcels are being measured
     */
    public FollowUpAnswer answer(FollowUpQuestion question, Language language) {
        return database.read(handle -> {
            Read read = read(handle, question, language);
            requireMeasured(handle, read);
            boolean demonstration = read.datasets().stream().anyMatch(Dataset::demonstration);
            return new FollowUpAnswer(
                    question.municipality(),
                    read.choice().plan().code(),
                    question.draft(),
                    read.on().toString(),
                    new FollowUpAnswer.KnownAtFacts(
                            read.known().number(), read.known().at().toString()),
                    question.theme(),
                    question.wants("zones") ? zones(handle, read, language) : null,
                    question.wants("expiring") ? expiring(read) : null,
                    question.wants("conflicts") ? conflicts(handle, read, language) : null,
                    question.wants("candidates") ? new BuildingCandidates(store, read, language).list(handle) : null,
                    warnings(read, demonstration, language),
                    demonstration ? Boolean.TRUE : null,
                    FollowUpTexts.NOTICE.in(language));
        });
    }

    /** Only what is about to expire asks the register alone. */
    private void requireMeasured(Handle handle, Read read) {
        if (Stream.of("zones", "conflicts", "candidates").anyMatch(read.question()::wants)) {
            measuring.require(
                    handle,
                    new MeasuringStore.Parts(
                            read.question().municipality(),
                            read.choice().plan().code(),
                            read.loaded(),
                            read.on(),
                            read.known()));
        }
    }

    private Read read(Handle handle, FollowUpQuestion question, Language language) {
        Publication known = publications.get(handle, question.knownAt());
        LocalDate on = question.on() == null ? LocalDate.now(clock) : question.on();
        String of = question.municipality();
        PlanChoice choice = PlanChoice.get(handle, plans, of, null, on, known.number());
        if (question.draft() != null) {
            PlanChoice.get(handle, plans, of, question.draft(), on, known.number());
        }
        List<Theme> themes = plans.listThemes(handle, of, choice.chain(), known.number());
        requireTheme(question.theme(), themes);
        return new Read(
                question,
                on,
                known,
                choice,
                plannedSince(plans.listPlans(handle, of, known.number()), choice),
                themes,
                plans.listDatasets(handle, of, choice.chain(), known.number()),
                norms.read(handle, of, choice.chain(), on, known.number()),
                // what was filed later was not there on the day
                register.listAll(handle, of, on, known.number(), language).stream()
                        .filter(shown -> !shown.licence().filedOn().isAfter(on))
                        .toList());
    }

    /** The day on which the first plan of the chain came into force: a partial revision makes no building older than the plan. */
    private static LocalDate plannedSince(List<Plan> known, PlanChoice choice) {
        return known.stream()
                .filter(plan -> choice.chain().contains(plan.code()))
                .map(Plan::inForceFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void requireTheme(String theme, List<Theme> themes) {
        if (themes.stream().noneMatch(known -> known.code().equals(theme))) {
            String codes = String.join(
                    ", ", themes.stream().map(Theme::code).distinct().sorted().toList());
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "El plan no tiene un tema «" + theme + "».",
                            "The plan has no theme '" + theme + "'.")
                    .with("parameter", "theme")
                    .hint("Temas: " + codes + ".", "Themes: " + codes + ".");
        }
    }

    private Zones zones(Handle handle, Read read, Language language) {
        Scope scope = read.scope(read.zoned());
        List<Ground> ground = store.listGround(handle, scope);
        Map<String, Optional<Map<String, String>>> placed = store.listLicenceZones(handle, scope);
        List<ZoneTally.Placed> counted = new ArrayList<>();
        List<String> unplaced = new ArrayList<>();
        for (Shown shown : read.licences()) {
            if (shown.licence().isGranted()
                    && !ZoneTally.decided(shown.licence()).isAfter(read.on())) {
                placed.getOrDefault(shown.licence().number(), Optional.empty())
                        .ifPresentOrElse(
                                zones -> counted.add(new ZoneTally.Placed(shown.licence(), zones)),
                                () -> unplaced.add(shown.licence().number()));
            }
        }
        return new Zones(
                new ZoneTally(read.question().theme(), read.book()).rows(ground, counted),
                unplaced,
                FollowUpTexts.ZONES.in(language));
    }

    private static Expiring expiring(Read read) {
        LocalDate last = read.on().plusDays(read.question().withinDays());
        return new Expiring(
                read.question().withinDays(),
                read.licences().stream()
                        .filter(shown -> shown.facts().validity().state().equals("valid"))
                        .flatMap(shown -> expiring(shown, read.on(), last).stream())
                        .sorted(Comparator.comparing(ExpiringLicence::until).thenComparing(ExpiringLicence::number))
                        .toList());
    }

    private static Optional<ExpiringLicence> expiring(Shown shown, LocalDate on, LocalDate last) {
        String until = shown.facts().validity().until();
        if (until == null || LocalDate.parse(until).isAfter(last)) {
            return Optional.empty();
        }
        String by = shown.facts().validity().extensionRequestBy();
        return Optional.of(new ExpiringLicence(
                shown.licence().number(),
                shown.licence().licenceClass(),
                shown.licence().modalities(),
                shown.licence().parcels(),
                until,
                ChronoUnit.DAYS.between(on, LocalDate.parse(until)),
                shown.facts().validity().extended(),
                by,
                by != null && !on.isAfter(LocalDate.parse(by)),
                Boolean.TRUE.equals(shown.facts().validity().verified())));
    }

    private FollowUpAnswer.Conflicts conflicts(Handle handle, Read read, Language language) {
        LicenceScreen.Session session = new LicenceScreen.Session(
                handle, read.on(), null, new KnownAt.Numbered(read.known().number()));
        String draft = read.question().draft();
        return new PlanConflicts(
                        screen,
                        new PlanConflicts.Under(read.choice().plan().code(), session),
                        draft == null ? null : new PlanConflicts.Under(draft, session.under(draft)),
                        language)
                .list(read.licences(), read.question().after(), read.question().checks());
    }

    private static List<Warning> warnings(Read read, boolean demonstration, Language language) {
        List<Warning> list = new ArrayList<>();
        if (demonstration) {
            list.add(new Warning("demonstration", FollowUpTexts.DEMONSTRATION.in(language)));
        }
        if (read.licences().isEmpty()) {
            list.add(new Warning("no-licences", FollowUpTexts.NO_LICENCES.in(language)));
        }
        if (read.book().isEmpty()) {
            list.add(new Warning("no-norms", FollowUpTexts.NO_NORMS.in(language)));
        }
        if (read.datasets().stream()
                .noneMatch(d -> d.theme().equals(read.question().theme()))) {
            list.add(new Warning("no-zones", FollowUpTexts.NO_ZONES.in(language)));
        }
        List<String> missing = BuildingCandidates.notLoaded(read);
        if (read.question().wants("candidates") && !missing.isEmpty()) {
            list.add(new Warning(
                    "not-loaded", FollowUpTexts.NOT_LOADED.in(language) + String.join(", ", missing) + "."));
        }
        return list;
    }
}
