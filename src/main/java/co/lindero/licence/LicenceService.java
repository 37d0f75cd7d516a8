package co.lindero.licence;

import co.lindero.cadastre.Parcel;
import co.lindero.cadastre.ParcelFinder;
import co.lindero.cadastre.ParcelNumber;
import co.lindero.licence.AnswerWriter.Checked;
import co.lindero.licence.AnswerWriter.Remark;
import co.lindero.licence.SiteStore.Cadastre;
import co.lindero.licence.StripDrawings.SetbackPicture;
import co.lindero.licence.ZoneReader.OnTarget;
import co.lindero.licence.ZoneReader.Themes;
import co.lindero.licence.ZoneStore.ZoneQuestion;
import co.lindero.licence.boundary.BoundaryPiece;
import co.lindero.norm.NormBook;
import co.lindero.plan.Dataset;
import co.lindero.plan.Plan;
import co.lindero.plan.PlanStore;
import co.lindero.plan.Strip;
import co.lindero.plan.StripStore;
import co.lindero.platform.db.Database;
import co.lindero.platform.json.Json;
import co.lindero.platform.json.JsonText;
import co.lindero.platform.json.ToldJson;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.Problem.Fault;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Checks what is proposed on a site against all that the plan says: norms as of the filing day, cadastre as of today or of the
 * state of knowledge asked for. Each check comes from one snapshot of the database. Thread-safe.
 *
 * @legal Decreto 1077 de 2015, arts. 2.2.6.1.1.1 ff; art. 2.2.6.1.3.1: an answer is informative and creates no right
 */
public final class LicenceService {
    private final Database database;
    private final Clock clock;
    private final PublicationStore publications;
    private final ParcelFinder finder;
    private final long uafM2;
    private final SiteReader sites;
    private final ZoneReader zoneReader;
    private final MeasureStore store;
    private final LicenceScopes scopes;

    /**
     * Makes the service.
     *
     * @param clock clock whose zone decides on which legal day it is
     * @param frontReachM how far outward a front must be free of other parcels, m
     * @param uafM2 smallest rural lot (Unidad Agrícola Familiar), m2; 0 where it is not known
     * @param strips strips along watercourses and roads
     */
    public LicenceService(
            Database database,
            Clock clock,
            PlanStore plans,
            PublicationStore publications,
            ParcelFinder finder,
            double frontReachM,
            long uafM2,
            StripStore strips) {
        this.database = database;
        this.store = new MeasureStore(database.srid());
        this.clock = clock;
        this.scopes = new LicenceScopes(plans, strips);
        this.zoneReader = new ZoneReader(strips);
        this.publications = publications;
        this.finder = finder;
        this.sites = new SiteReader(database.srid(), frontReachM);
        this.uafM2 = uafM2;
    }

    /** A check as it is answered. */
    record Answered(String municipality, String verdict, ToldJson answer) {
        byte[] in(Language language) {
            return answer.in(language);
        }
    }

    /**
     * Answers a question under an identifier.
     *
     * @throws Problem {@code invalid-licence-check} with all that is wrong with parcels and geometries; the problems of a
     *     state of knowledge or a plan that does not exist
     */
    Answered check(LicenceQuestion question, String id) {
        return written(database.decide(handle -> judge(handle, question, id)));
    }

    /** Answers a question under an identifier as {@link #check(LicenceQuestion, String)}, within {@link Database#decide}. */
    Answered check(Handle handle, LicenceQuestion question, String id) {
        return written(judge(handle, question, id));
    }

    private static Answered written(Checked checked) {
        LicenceAnswer answer = AnswerWriter.write(checked);
        return new Answered(
                checked.facts().cadastre().municipality(),
                answer.verdict(),
                Json.sealed(answer, "hash", "id", "notice"));
    }

    /** Returns the number of the newest publication. */
    long newest() {
        return database.read(
                handle -> publications.get(handle, new KnownAt.Newest()).number());
    }

    private Checked judge(Handle handle, LicenceQuestion question, String id) {
        Case made = prepare(handle, question);
        StripDrawings drawings = new StripDrawings();
        Evaluation.Result result = evaluate(handle, made, question, drawings);
        List<Remark> remarks = new ArrayList<>(made.remarks());
        remarks.addAll(Remarks.list(question, made.facts(), made.plan(), made.on(), made.datasets()));
        return new Checked(
                id,
                question,
                made.facts(),
                draw(handle, made.facts(), drawings),
                result,
                made.plan(),
                made.on(),
                made.known(),
                made.datasets(),
                remarks);
    }

    /** Draws the site, its boundary and the strips that findings show. */
    AnswerWriter.Drawn draw(Handle handle, SiteFacts facts, StripDrawings strips) {
        List<Geometry> geometries = new ArrayList<>(List.of(facts.site().geom()));
        facts.boundary().stream().map(BoundaryPiece::line).forEach(geometries::add);
        int ground = geometries.size();
        List<SetbackPicture> shown = new ArrayList<>();
        Geometry footprint = facts.footprintGeom();
        for (SetbackPicture strip : footprint == null ? List.<SetbackPicture>of() : strips.list()) {
            strip.of(footprint).ifPresent(left -> {
                geometries.add(left);
                shown.add(strip);
            });
        }
        List<String> drawn = store.draw(handle, geometries, facts.srid());
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).drawn(drawn.get(ground + i));
        }
        List<JsonText> texts =
                drawn.subList(0, ground).stream().map(JsonText::new).toList();
        return new AnswerWriter.Drawn(texts.get(0), texts.subList(1, ground));
    }

    /** All that is known of a question before anything is judged. */
    record Case(
            SiteFacts facts,
            ZoneQuestion zones,
            NormBook book,
            List<TargetTheme> themes,
            @Nullable Plan plan,
            LocalDate on,
            Publication known,
            List<Dataset> datasets,
            List<Remark> remarks) {}

    /** Finds and measures what a question is about, on a handle whose transaction the caller holds. */
    Case prepare(Handle handle, LicenceQuestion question) {
        return prepare(handle, question, locate(handle, question));
    }

    /** The site of a question, whatever plan answers, and the state in which it was found. */
    record Located(SiteFacts facts, Publication known, List<Remark> remarks) {}

    /** Finds and measures the site of a question, on a handle whose transaction the caller holds. */
    Located locate(Handle handle, LicenceQuestion question) {
        LocalDate today = LocalDate.now(clock);
        Optional<Located> atOnce = findAtOnce(handle, question, today);
        if (atOnce.isPresent()) {
            return atOnce.get();
        }
        Publication known = publications.get(handle, question.knownAt());
        List<Fault> faults = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        List<Parcel> parcels = parcels(handle, question, today, known, faults, remarks);
        refuse(faults);
        Cadastre cadastre = new Cadastre(parcels.get(0).municipality(), today, known.number());
        return new Located(sites.read(handle, question, parcels, cadastre, null), known, remarks);
    }

    /** Locates one parcel by its full number in one round trip, as most questions ask; empty where it takes more. */
    private Optional<Located> findAtOnce(Handle handle, LicenceQuestion question, LocalDate today) {
        if (question.parcels().size() != 1 || question.knownAt() instanceof KnownAt.AtInstant) {
            return Optional.empty();
        }
        Long at = question.knownAt() instanceof KnownAt.Numbered numbered ? numbered.number() : null;
        return ParcelNumber.findNational(question.parcels().get(0), database.numbers())
                .flatMap(number -> sites.find(handle, question, number, today, at))
                .filter(found -> question.municipality() == null
                        || question.municipality().equals(found.parcel().municipality()))
                .map(found -> {
                    Cadastre cadastre = new Cadastre(
                            found.parcel().municipality(), today, found.known().number());
                    return new Located(
                            sites.read(handle, question, List.of(found.parcel()), cadastre, found),
                            found.known(),
                            List.of());
                });
    }

    /** Finds what the plan of a question says of a site. */
    Case prepare(Handle handle, LicenceQuestion question, Located located) {
        SiteFacts facts = located.facts();
        Publication known = located.known();
        String municipality = facts.cadastre().municipality();
        LocalDate on = question.filedOn() == null ? facts.cadastre().on() : question.filedOn();
        LicenceScope scope =
                scopes.get(handle, new LicenceScopes.Key(municipality, question.plan(), on, known.number()));
        ZoneQuestion zones = new ZoneQuestion(
                facts.ids(),
                facts.footprintEwkb(),
                isNewest(handle, question, known) ? target(handle, facts) : null,
                municipality,
                scope.chain(),
                on,
                known.number(),
                facts.srid());
        return new Case(
                facts,
                zones,
                scope.book(),
                themes(handle, zones, scope),
                scope.plan(),
                on,
                known,
                scope.datasets(),
                located.remarks());
    }

    /**
     * Returns what is judged, where it lies wholly on one parcel: the footprint, or the parcel where there is none; null for several
     * parcels, and for a footprint that lies outside by no more than is let pass.
     */
    private KeptZones.@Nullable Target target(Handle handle, SiteFacts facts) {
        if (facts.parcels().size() != 1) {
            return null;
        }
        if (facts.footprint() != null) {
            return facts.footprintTarget();
        }
        return facts.siteTarget(
                store.draw(handle, List.of(facts.site().geom()), facts.srid()).get(0));
    }

    /** Tells whether the parts that are kept are those of the state asked for. */
    private boolean isNewest(Handle handle, LicenceQuestion question, Publication known) {
        return question.knownAt() instanceof KnownAt.Newest
                || publications.findNewest(handle).equals(Optional.of(known));
    }

    /** Judges a question on what was prepared for it; nothing is drawn. */
    Evaluation.Result evaluate(Handle handle, Case made, LicenceQuestion question) {
        return evaluate(handle, made, question, new StripDrawings());
    }

    private Evaluation.Result evaluate(Handle handle, Case made, LicenceQuestion question, StripDrawings drawings) {
        SiteFacts facts = made.facts();
        SiteMeasures measures = new SiteMeasures(handle, store, question, facts, made.zones());
        return Evaluation.evaluate(new Evaluation.Inputs(
                question,
                facts.footprint() != null,
                facts.layout().lots(),
                LotMeasures::of,
                uafM2,
                made.book(),
                made.themes(),
                measures::of,
                drawings,
                (one, other) -> zoneReader.meet(handle, one, other),
                ProposalConditions::new));
    }

    MeasureStore store() {
        return store;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw LicenceQuestionReader.refused(faults);
        }
    }

    /** Finds all parcels; each that is not there is a fault of its own. */
    private List<Parcel> parcels(
            Handle handle,
            LicenceQuestion question,
            LocalDate today,
            Publication known,
            List<Fault> faults,
            List<Remark> remarks) {
        Map<Long, Parcel> found = new LinkedHashMap<>();
        for (int i = 0; i < question.parcels().size(); i++) {
            String pointer = "/parcels/" + i;
            try {
                ParcelFinder.Found one = finder.get(
                        handle,
                        ParcelNumber.parse(question.parcels().get(i), database.numbers()),
                        question.municipality(),
                        today,
                        known.number());
                found.put(one.plot().id(), one.plot());
                one.remarks().forEach(remark -> remarks.add(new Remark(remark.code(), remark.text())));
            } catch (Problem e) {
                if (e.type() != ProblemType.PARCEL_NOT_FOUND
                        && e.type() != ProblemType.INVALID_PARCEL_NUMBER
                        && e.type() != ProblemType.MISSING_PARAMETER) {
                    throw e;
                }
                faults.add(new Fault(e.type().code(), e.detail(Language.ES), e.detail(Language.EN), pointer));
            }
        }
        Set<String> municipalities = new TreeSet<>();
        found.values().forEach(parcel -> municipalities.add(parcel.municipality()));
        if (municipalities.size() > 1) {
            faults.add(new Fault(
                    "several-municipalities",
                    "Los predios son de municipios distintos: " + String.join(", ", municipalities) + ".",
                    "The parcels belong to different municipalities: " + String.join(", ", municipalities) + ".",
                    "/parcels"));
        }
        return List.copyOf(found.values());
    }

    /** Reads every loaded theme that the plan defines; what the plan in force draws alike, by that plan's kept parts. */
    private List<TargetTheme> themes(Handle handle, ZoneQuestion question, LicenceScope scope) {
        OnTarget own = zoneReader.read(handle, question, new Themes(scope.loaded(false), scope.strips()));
        OnTarget alike =
                zoneReader.read(handle, under(scope.inForce(), question), new Themes(scope.loaded(true), Map.of()));
        Map<String, List<TargetZone>> rows = Stream.concat(own.zones().stream(), alike.zones().stream())
                .collect(Collectors.groupingBy(TargetZone::theme));
        Map<String, List<Strip>> strips = own.strips().stream().collect(Collectors.groupingBy(Strip::theme));
        return scope.themes().stream()
                .map(theme -> theme.with(
                        rows.getOrDefault(theme.code(), List.of()), strips.getOrDefault(theme.code(), List.of())))
                .toList();
    }

    private static ZoneQuestion under(List<String> chain, ZoneQuestion question) {
        return new ZoneQuestion(
                question.parcels(),
                question.target(),
                question.whole(),
                question.municipality(),
                chain,
                question.on(),
                question.at(),
                question.srid());
    }
}
