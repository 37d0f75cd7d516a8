package co.lindero.licence;

import co.lindero.cadastre.Parcel;
import co.lindero.cadastre.ParcelFinder;
import co.lindero.cadastre.ParcelNumber;
import co.lindero.law.Bilingual;
import co.lindero.licence.AnswerWriter.Checked;
import co.lindero.licence.AnswerWriter.Remark;
import co.lindero.licence.LicenceStore.Cadastre;
import co.lindero.licence.LicenceStore.Given;
import co.lindero.licence.LicenceStore.Site;
import co.lindero.licence.LicenceStore.ZoneQuestion;
import co.lindero.licence.ProposalGeometry.DrawnLayout;
import co.lindero.norm.NormBook;
import co.lindero.plan.Dataset;
import co.lindero.plan.Plan;
import co.lindero.plan.PlanStore;
import co.lindero.plan.Strip;
import co.lindero.plan.StripRules;
import co.lindero.plan.StripStore;
import co.lindero.platform.db.Database;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.Problem.Fault;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Checks what is proposed on a site against all that the plan says: norms as of the filing day, cadastre as of today or of the
 * state of knowledge asked for. Each check comes from one snapshot of the database. Thread-safe.
 *
 * @legal Decreto 1077 de 2015, arts. 2.2.6.1.1.1 ff; art. 2.2.6.1.3.1: an answer is informative and creates no right
 */
public final class LicenceService {
    private static final Bilingual NOTICE = new Bilingual(
            "Revisión informativa: no otorga derechos ni reemplaza la decisión de la autoridad que expide la licencia"
                    + " (Decreto 1077 de 2015, art. 2.2.6.1.3.1).",
            "Informative check: it creates no right and does not replace the decision of the licensing authority"
                    + " (Decreto 1077 de 2015, art. 2.2.6.1.3.1).");
    private final Database database;
    private final Clock clock;
    private final PublicationStore publications;
    private final ParcelFinder finder;
    private final double frontReachM;
    private final long uafM2;
    private final StripStore strips;
    private final LicenceStore store = new LicenceStore();
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
        this.clock = clock;
        this.scopes = new LicenceScopes(plans);
        this.publications = publications;
        this.finder = finder;
        this.frontReachM = frontReachM;
        this.uafM2 = uafM2;
        this.strips = strips;
    }

    /** A check in both languages, from one evaluation. */
    record Answered(String municipality, LicenceAnswer spanish, LicenceAnswer english) {
        LicenceAnswer in(Language language) {
            return language == Language.ES ? spanish : english;
        }
    }

    /**
     * Answers a question under an identifier.
     *
     * @throws Problem {@code invalid-licence-check} with all that is wrong with parcels and geometries; the problems of a
     *     state of knowledge or a plan that does not exist
     */
    Answered check(LicenceQuestion question, String id) {
        Checked checked = database.read(handle -> check(handle, question, id));
        LicenceAnswer spanish = AnswerWriter.write(checked, Language.ES);
        ObjectNode tree = (ObjectNode) Json.tree(spanish);
        tree.remove(List.of("id", "hash", "notice"));
        String hash = Json.sha256(Json.canonical(tree));
        return new Answered(
                checked.facts().cadastre().municipality(),
                spanish.sealed(hash, NOTICE.es()),
                AnswerWriter.write(checked, Language.EN).sealed(hash, NOTICE.en()));
    }

    /** Returns the number of the newest publication. */
    long newest() {
        return database.read(
                handle -> publications.get(handle, new KnownAt.Newest()).number());
    }

    private Checked check(Handle handle, LicenceQuestion question, String id) {
        Case made = prepare(handle, question);
        Evaluation.Result result = evaluate(handle, made, question);
        List<Remark> remarks = new ArrayList<>(made.remarks());
        remarks.addAll(Remarks.list(question, made.facts(), made.plan(), made.on(), made.datasets()));
        return new Checked(
                id,
                question,
                made.facts(),
                store.drawGeometry(
                        handle, made.facts().site().ewkb(), made.facts().srid()),
                result,
                made.plan(),
                made.on(),
                made.known(),
                made.datasets(),
                remarks);
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
        Publication known = publications.get(handle, question.knownAt());
        List<Fault> faults = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        List<Parcel> parcels = parcels(handle, question, today, known, faults, remarks);
        refuse(faults);
        Cadastre cadastre = new Cadastre(parcels.get(0).municipality(), today, known.number());
        return new Located(site(handle, question, parcels, cadastre, faults), known, remarks);
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
                municipality,
                scope.chain(),
                on,
                known.number(),
                isNewest(handle, question, known),
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

    /** Tells whether the parts that are kept are those of the state asked for. */
    private boolean isNewest(Handle handle, LicenceQuestion question, Publication known) {
        return question.knownAt() instanceof KnownAt.Newest
                || publications.findNewest(handle).equals(Optional.of(known));
    }

    /** Judges a question on what was prepared for it. */
    Evaluation.Result evaluate(Handle handle, Case made, LicenceQuestion question) {
        SiteFacts facts = made.facts();
        SiteMeasures measures = new SiteMeasures(handle, store, question, facts, made.zones());
        return Evaluation.evaluate(new Evaluation.Inputs(
                question,
                facts.footprint() != null,
                facts.layout().lots(),
                new LotMeasures(handle, store)::of,
                uafM2,
                made.book(),
                made.themes(),
                measures::of,
                (lines, distance) -> store.drawStrip(
                        handle, Objects.requireNonNull(facts.footprintEwkb()), lines, distance, facts.srid()),
                (one, other) ->
                        one.ewkb() != null && other.ewkb() != null && store.meet(handle, one.ewkb(), other.ewkb()),
                ProposalConditions::new));
    }

    LicenceStore store() {
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

    private SiteFacts site(
            Handle handle, LicenceQuestion question, List<Parcel> parcels, Cadastre cadastre, List<Fault> faults) {
        List<Long> ids = parcels.stream().map(Parcel::id).toList();
        Site site = store.getSite(handle, ids);
        if (!site.apart().isEmpty()) {
            faults.add(new Fault(
                    "parcels-not-adjacent",
                    "No comparten lindero con los demás y no pueden ser un solo predio: "
                            + String.join(", ", site.apart()) + ".",
                    "They share no boundary with the rest and cannot be one site: " + String.join(", ", site.apart())
                            + ".",
                    "/parcels"));
        }
        ProposalGeometry geometry = new ProposalGeometry(handle, store, database.srid(), faults);
        int srid = geometry.srid(question.proposal().crs());
        Given footprint = geometry.footprint(question.proposal().footprint(), srid, site);
        String fronts = geometry.fronts(question.proposal().fronts(), srid, site);
        DrawnLayout drawn = geometry.layout(question.proposal(), srid, site);
        refuse(faults);
        return new SiteFacts(
                parcels,
                site,
                cadastre,
                store.listBoundary(handle, site, ids, cadastre, frontReachM, fronts, srid),
                fronts != null,
                footprint,
                footprint == null
                        ? null
                        : store.getFootprint(handle, Objects.requireNonNull(footprint.ewkb()), site.ewkb(), srid),
                layout(handle, drawn, site, ids, cadastre, srid),
                store.listBuildings(
                        handle, ids, parcels.stream().map(Parcel::number).toList(), cadastre),
                srid);
    }

    private Layout layout(Handle handle, DrawnLayout drawn, Site site, List<Long> ids, Cadastre cadastre, int srid) {
        if (drawn.lots().isEmpty()) {
            return new Layout(List.of(), drawn.openSpaces());
        }
        Map<Integer, List<BoundaryPiece>> boundaries = store.listLotBoundaries(
                handle,
                new LicenceStore.Drawn(ewkb(drawn.lots()), ewkb(drawn.roads()), ewkb(drawn.openSpaces())),
                site,
                ids,
                cadastre,
                frontReachM,
                srid);
        List<Layout.Lot> lots = new ArrayList<>();
        for (Given lot : drawn.lots()) {
            int number = lots.size() + 1;
            lots.add(new Layout.Lot(number, lot, boundaries.getOrDefault(number, List.of())));
        }
        return new Layout(lots, drawn.openSpaces());
    }

    private static List<String> ewkb(List<Given> drawn) {
        return drawn.stream().flatMap(given -> Stream.ofNullable(given.ewkb())).toList();
    }

    /** Measures every loaded theme that the plan defines; what the plan in force draws alike, by that plan's kept parts. */
    private List<TargetTheme> themes(Handle handle, ZoneQuestion zones, LicenceScope scope) {
        Map<String, List<TargetZone>> rows = Stream.concat(
                        zones(handle, zones, scope.loaded(false)),
                        zones(handle, under(scope.inForce(), zones), scope.loaded(true)))
                .collect(Collectors.groupingBy(TargetZone::theme));
        return scope.themes().stream()
                .map(theme -> theme.with(
                        rows.getOrDefault(theme.code(), List.of()),
                        theme.loaded() ? strips(handle, zones, theme.code()) : List.of()))
                .toList();
    }

    private static ZoneQuestion under(List<String> chain, ZoneQuestion zones) {
        return new ZoneQuestion(
                zones.parcels(),
                zones.target(),
                zones.municipality(),
                chain,
                zones.on(),
                zones.at(),
                zones.kept(),
                zones.srid());
    }

    private Stream<TargetZone> zones(Handle handle, ZoneQuestion zones, List<String> themes) {
        return themes.isEmpty() ? Stream.empty() : store.listZones(handle, zones, themes).stream();
    }

    private List<Strip> strips(Handle handle, ZoneQuestion zones, String theme) {
        if (!theme.equals(StripRules.RIPARIAN) && !theme.equals(StripRules.ROAD)) {
            return List.of();
        }
        return strips.list(
                handle,
                new StripStore.When(zones.municipality(), zones.chain(), zones.on(), zones.at()),
                theme,
                new StripStore.Ground(zones.parcels(), zones.target(), zones.srid()));
    }
}
