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
import co.lindero.norm.NormBook;
import co.lindero.norm.NormStore;
import co.lindero.plan.Dataset;
import co.lindero.plan.Plan;
import co.lindero.plan.PlanStore;
import co.lindero.plan.Strip;
import co.lindero.plan.StripRules;
import co.lindero.plan.StripStore;
import co.lindero.plan.Theme;
import co.lindero.plan.ThemeCatalogue;
import co.lindero.platform.db.Database;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.Problem.Fault;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    /** Themes of protection that need no flag of the plan to be one. */
    private static final Set<String> PROTECTING =
            Set.of("riparian-buffer", "urban-protection", "road-reservation", "hazard-condition", "risk-condition");

    private final Database database;
    private final Clock clock;
    private final PlanStore plans;
    private final PublicationStore publications;
    private final ParcelFinder finder;
    private final double frontReachM;
    private final StripStore strips;
    private final LicenceStore store = new LicenceStore();
    private final NormStore norms = new NormStore();

    /**
     * Makes the service.
     *
     * @param clock clock whose zone decides on which legal day it is
     * @param frontReachM how far outward a front must be free of other parcels, m
     * @param strips strips along watercourses and roads
     */
    public LicenceService(
            Database database,
            Clock clock,
            PlanStore plans,
            PublicationStore publications,
            ParcelFinder finder,
            double frontReachM,
            StripStore strips) {
        this.database = database;
        this.clock = clock;
        this.plans = plans;
        this.publications = publications;
        this.finder = finder;
        this.frontReachM = frontReachM;
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
        LocalDate today = LocalDate.now(clock);
        Publication known = publications.get(handle, question.knownAt());
        LocalDate on = question.filedOn() == null ? today : question.filedOn();
        List<Fault> faults = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        List<Parcel> parcels = parcels(handle, question, today, known, faults, remarks);
        refuse(faults);
        Cadastre cadastre = new Cadastre(parcels.get(0).municipality(), today, known.number());
        SiteFacts facts = site(handle, question, parcels, cadastre, faults);
        List<String> chain = plans.findChain(handle, cadastre.municipality(), question.plan(), on, known.number());
        Optional<Plan> plan = plan(handle, question, cadastre.municipality(), chain, on, known);
        List<Dataset> datasets = plans.listDatasets(handle, cadastre.municipality(), chain, known.number());
        ZoneQuestion zones = new ZoneQuestion(
                facts.ids(), facts.footprintEwkb(), cadastre.municipality(), chain, on, known.number(), facts.srid());
        return new Case(
                facts,
                zones,
                norms.read(handle, cadastre.municipality(), chain, on, known.number()),
                themes(handle, zones, datasets),
                plan.orElse(null),
                on,
                known,
                datasets,
                remarks);
    }

    /** Judges a question on what was prepared for it. */
    Evaluation.Result evaluate(Handle handle, Case made, LicenceQuestion question) {
        SiteFacts facts = made.facts();
        SiteMeasures measures = new SiteMeasures(handle, store, question, facts, made.zones());
        return Evaluation.evaluate(new Evaluation.Inputs(
                question,
                facts.footprint() != null,
                facts.lots(),
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
        List<Given> lots = geometry.lots(question.proposal().lots(), srid, site);
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
                lots,
                store.listBuildings(
                        handle, ids, parcels.stream().map(Parcel::number).toList(), cadastre),
                srid);
    }

    private Optional<Plan> plan(
            Handle handle,
            LicenceQuestion question,
            String municipality,
            List<String> chain,
            LocalDate on,
            Publication known) {
        List<Plan> all = plans.listPlans(handle, municipality, known.number());
        if (chain.isEmpty() && question.plan() != null) {
            String codes = String.join(", ", all.stream().map(Plan::code).toList());
            throw Problem.of(
                            ProblemType.PLAN_NOT_FOUND,
                            "El municipio " + municipality + " no tiene un plan " + question.plan(),
                            "Municipality " + municipality + " has no plan " + question.plan())
                    .hint("Planes: " + codes + ".", "Plans: " + codes + ".");
        }
        if (chain.isEmpty() && all.stream().anyMatch(Plan::isAdopted)) {
            throw Problem.of(
                            ProblemType.NO_PLAN_IN_FORCE,
                            "El " + on + ", día de la radicación, no regía ningún plan cargado",
                            "No loaded plan was in force on " + on + ", the day of filing")
                    .hint("Revise licence.filedOn.", "Look at licence.filedOn.");
        }
        return all.stream()
                .filter(plan -> !chain.isEmpty() && plan.code().equals(chain.get(0)))
                .findFirst();
    }

    /** Measures every theme that the plan defines, and names those that every answer must speak of. */
    private List<TargetTheme> themes(Handle handle, ZoneQuestion zones, List<Dataset> datasets) {
        Map<String, TargetTheme> themes = new LinkedHashMap<>();
        Set<String> loaded = new LinkedHashSet<>();
        datasets.stream().filter(d -> d.kind().equals("zones")).forEach(d -> loaded.add(d.theme()));
        for (Theme theme : plans.listThemes(handle, zones.municipality(), zones.chain(), zones.at())) {
            if (!themes.containsKey(theme.code())) {
                themes.put(theme.code(), target(handle, zones, theme, loaded.contains(theme.code())));
            }
        }
        for (ThemeCatalogue.Shipped shipped : ThemeCatalogue.listExpected()) {
            themes.computeIfAbsent(
                    shipped.code(),
                    code -> new TargetTheme(
                            code,
                            shipped.title(),
                            shipped.precedence(),
                            true,
                            shipped.protective() || PROTECTING.contains(code),
                            false,
                            false,
                            List.of(),
                            List.of()));
        }
        return themes.values().stream()
                .sorted(Comparator.comparingInt(TargetTheme::precedence).thenComparing(TargetTheme::code))
                .toList();
    }

    private TargetTheme target(Handle handle, ZoneQuestion zones, Theme theme, boolean loaded) {
        Optional<ThemeCatalogue.Shipped> shipped = ThemeCatalogue.find(theme.code());
        return new TargetTheme(
                theme.code(),
                new Bilingual(theme.title(), shipped.map(s -> s.title().en()).orElse(theme.title())),
                theme.precedence(),
                shipped.map(ThemeCatalogue.Shipped::expected).orElse(false),
                theme.protective() || PROTECTING.contains(theme.code()),
                theme.tilesGround(),
                loaded,
                loaded ? store.listZones(handle, zones, theme.code()) : List.of(),
                loaded ? strips(handle, zones, theme.code()) : List.of());
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
