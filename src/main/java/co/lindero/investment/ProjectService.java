package co.lindero.investment;

import co.lindero.cadastre.ParcelFinder;
import co.lindero.cadastre.ParcelNumber;
import co.lindero.investment.ProjectStore.Held;
import co.lindero.investment.ProjectStore.Territory;
import co.lindero.platform.db.Database;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Answers about the bank of projects, each from one snapshot of the database. Thread-safe. */
public final class ProjectService {
    /** Where a summary says what lies in no territory of a kind. */
    public static final String NONE = "none";

    /** Kinds of territory. */
    public static final Set<String> KINDS =
            Set.of("municipio", "cabecera", "corregimiento", "centro_poblado", "vereda", "barrio", "manzana");

    private static final String MUNICIPIO = "municipio";

    private final Database database;
    private final Clock clock;
    private final PublicationStore publications;
    private final ParcelFinder parcels;
    private final ParcelProjects onParcel;
    private final ProjectStore store = new ProjectStore();

    /**
     * Makes the service.
     *
     * @param clock clock whose zone decides on which legal day it is
     */
    public ProjectService(
            Database database,
            Clock clock,
            PublicationStore publications,
            ParcelFinder parcels,
            ParcelProjects onParcel) {
        this.database = database;
        this.clock = clock;
        this.publications = publications;
        this.parcels = parcels;
        this.onParcel = onParcel;
    }

    /**
     * Projects in the order of their codes.
     *
     * @param more whether others follow
     */
    public record Page(List<Project> projects, boolean more, State state) {
        public Page {
            projects = List.copyOf(projects);
        }
    }

    /** One project. */
    public record One(Project project, State state) {}

    /**
     * The projects of a parcel.
     *
     * @param number number that the answer is about
     * @param withinM distance up to which works count as near, m
     */
    public record OnParcel(String number, double withinM, List<ProjectOnParcel> projects, State state) {
        public OnParcel {
            projects = List.copyOf(projects);
        }
    }

    /** What the projects of a territory cost. */
    public record Summed(Summary summary, State state) {}

    <T> T read(Moment moment, BiFunction<Handle, State, T> work) {
        LocalDate on = moment.on() == null ? LocalDate.now(clock) : moment.on();
        return database.read(handle -> {
            Publication known = publications.get(handle, moment.knownAt());
            boolean demonstration = store.isDemonstration(handle, moment.municipality(), known.number());
            return work.apply(handle, new State(moment.municipality(), on, known, demonstration));
        });
    }

    static Held held(State state) {
        return new Held(state.municipality(), state.on(), state.known().number());
    }

    /**
     * Returns a page of projects.
     *
     * @param after code of the last project of the page before, empty for the first
     * @throws Problem {@code not-found} for a territory that is not loaded, {@code invalid-parameter} for one of several kinds
     */
    public Page list(Moment moment, ProjectFilter filter, String after, int limit) {
        return read(moment, (handle, state) -> {
            ProjectFilter narrowed = filter.territory() == null
                    ? filter
                    : filter.withKind(require(handle, held(state), filter.territory(), filter.kind())
                            .kind());
            List<Project> found = store.list(handle, held(state), narrowed, after, limit + 1);
            boolean more = found.size() > limit;
            return new Page(more ? found.subList(0, limit) : found, more, state);
        });
    }

    /**
     * Returns a project by its code or by a BPIN that no other project has.
     *
     * @throws Problem {@code project-not-found}
     */
    public One get(Moment moment, String code) {
        return read(moment, (handle, state) -> {
            List<Project> found = store.listByCode(handle, held(state), code);
            if (found.isEmpty()) {
                throw unknown(code, state);
            }
            if (found.size() > 1 && !found.get(0).code().equals(code)) {
                String codes =
                        String.join(", ", found.stream().map(Project::code).toList());
                throw Problem.of(
                                ProblemType.PROJECT_NOT_FOUND,
                                "El BPIN " + code + " es de varios proyectos: " + codes,
                                "BPIN " + code + " is that of several projects: " + codes)
                        .with("projects", found.stream().map(Project::code).toList());
            }
            return new One(found.get(0), state);
        });
    }

    private static Problem unknown(String code, State state) {
        return Problem.of(
                        ProblemType.PROJECT_NOT_FOUND,
                        "No hay un proyecto «" + code + "» en el banco de " + state.municipality() + ", el "
                                + state.on(),
                        "There is no project \"" + code + "\" in the bank of " + state.municipality() + " on "
                                + state.on())
                .hint("Búsquelo con /projects?q=.", "Look for it with /projects?q=.");
    }

    /**
     * Returns the projects that a parcel has to do with.
     *
     * @param municipality narrows a free number to a municipality; null for any
     * @param withinM distance up to which works count as near, m; null for the configured one
     * @throws Problem as {@link ParcelFinder#get}
     */
    public OnParcel onParcel(String number, @Nullable String municipality, Moment moment, @Nullable Double withinM) {
        ParcelNumber parsed = ParcelNumber.parse(number, database.numbers());
        double within = withinM == null ? onParcel.withinM() : withinM;
        LocalDate on = moment.on() == null ? LocalDate.now(clock) : moment.on();
        return database.read(handle -> {
            Publication known = publications.get(handle, moment.knownAt());
            ParcelFinder.Found found = parcels.get(handle, parsed, municipality, on, known.number());
            String of = found.plot().municipality();
            ParcelProjects.Plot plot = new ParcelProjects.Plot(found.plot().id(), found.asked(), of);
            return new OnParcel(
                    found.asked(),
                    within,
                    onParcel.list(handle, plot, on, known.number(), within),
                    new State(of, on, known, store.isDemonstration(handle, of, known.number())));
        });
    }

    /**
     * Adds up the projects of a territory.
     *
     * @param code code of the territory, of the municipality itself, or {@link #NONE}
     * @param kind kind of the territory; null where its code is of one kind only
     * @throws Problem {@code not-found}, {@code missing-parameter} or {@code invalid-parameter}
     */
    public Summed sum(Moment moment, String code, @Nullable String kind) {
        return read(moment, (handle, state) -> {
            Held held = held(state);
            if (code.toLowerCase(Locale.ROOT).equals(NONE)) {
                return new Summed(none(handle, held, kind), state);
            }
            Territory territory = require(handle, held, code, kind);
            boolean all = territory.kind().equals(MUNICIPIO);
            return new Summed(
                    Summary.of(
                            Summary.Place.of(territory),
                            store.sum(handle, held, all ? "all" : "territory", territory.kind(), code)),
                    state);
        });
    }

    private Summary none(Handle handle, Held held, @Nullable String kind) {
        if (kind == null) {
            throw Problem.of(
                            ProblemType.MISSING_PARAMETER,
                            "Falta «kind»: ¿en ningún territorio de qué clase?",
                            "\"kind\" is missing: in no territory of which kind?")
                    .with("parameter", "kind")
                    .hint("Por ejemplo kind=corregimiento.", "For example kind=corregimiento.");
        }
        return Summary.of(new Summary.Place(NONE, kind, null, null), store.sum(handle, held, NONE, kind, null));
    }

    private Territory require(Handle handle, Held held, String code, @Nullable String kind) {
        List<Territory> found = store.listTerritories(handle, held, code, kind);
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty() && code.equals(held.municipality()) && (kind == null || kind.equals(MUNICIPIO))) {
            // the whole bank needs no limit
            return new Territory(code, MUNICIPIO, null, null);
        }
        String kinds = String.join(", ", found.stream().map(Territory::kind).toList());
        throw found.isEmpty()
                ? Problem.of(
                                ProblemType.NOT_FOUND,
                                "No hay un territorio «" + code + "» en " + held.municipality(),
                                "There is no territory \"" + code + "\" in " + held.municipality())
                        .hint("Cárguelos: lindero load territories.", "Load them: lindero load territories.")
                : Problem.of(
                                ProblemType.INVALID_PARAMETER,
                                "«" + code + "» es el código de varios territorios: " + kinds,
                                "\"" + code + "\" is the code of several territories: " + kinds)
                        .with("parameter", "kind")
                        .hint("Diga cuál con kind=.", "Say which with kind=.");
    }
}
