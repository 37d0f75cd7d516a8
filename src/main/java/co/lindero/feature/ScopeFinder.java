package co.lindero.feature;

import co.lindero.platform.db.Database;
import co.lindero.platform.http.Query;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds the collections that a request speaks of. The newest publication is remembered from one request to the next and always
 * confirmed by the database: nothing rests on what is remembered alone. Thread-safe.
 */
final class ScopeFinder {
    private final Database database;
    private final LayerScopes scopes;
    private final PublicationStore publications;
    private final LegalMoment moments;
    private final String defaultMunicipality;
    private final NewestStore confirmed;
    private volatile @Nullable Newest newest;

    ScopeFinder(
            Database database,
            Clock clock,
            LayerScopes scopes,
            PublicationStore publications,
            String defaultMunicipality) {
        this.database = database;
        this.scopes = scopes;
        this.publications = publications;
        this.moments = new LegalMoment(clock);
        this.defaultMunicipality = defaultMunicipality;
        this.confirmed = new NewestStore(database);
    }

    /**
     * The newest publication when it was last read.
     *
     * @param municipality the one that requests mean that name none; empty where that was not asked yet
     */
    private record Newest(long number, String municipality) {}

    /** Returns the database's number of the newest publication, nothing in an empty database. */
    Optional<Publication> findNewest() {
        return database.readAtOnce(publications::findNewest);
    }

    /** Returns the municipalities that anything is published of, none in an empty database. */
    List<String> listMunicipalities() {
        return database.readAtOnce(handle -> publications
                .findNewest(handle)
                .map(found -> scopes.listMunicipalities(handle, found.number()))
                .orElse(List.of()));
    }

    /**
     * Returns the collections that a description of the service names: those of the municipality that a request names or means,
     * of every municipality where it may mean several, none in an empty database.
     */
    List<FeatureLayer> listDescribed(Query query) {
        List<String> known = listMunicipalities();
        boolean one = known.size() == 1
                || !defaultMunicipality.isEmpty()
                || query.find("municipality").isPresent();
        if (known.isEmpty() || one) {
            return known.isEmpty() ? List.of() : get(query).layers();
        }
        Map<String, FeatureLayer> layers = new LinkedHashMap<>();
        for (String municipality : known) {
            read(municipality, moments.today(), new KnownAt.Newest())
                    .layers()
                    .forEach(layer -> layers.putIfAbsent(layer.id(), layer));
        }
        return List.copyOf(layers.values());
    }

    /** Returns a collection that there is today and was not on the day of a scope, as it was then: empty. */
    Optional<FeatureLayer> findSilent(LayerScope scope, String id) {
        LocalDate today = moments.today();
        if (scope.on().equals(today)) {
            return Optional.empty();
        }
        LayerScope now = database.readAtOnce(handle -> scopes.get(handle, scope.municipality(), today, scope.known()));
        return now.find(id).map(FeatureLayer::silent);
    }

    /**
     * Returns the collections that a request speaks of: by its {@code municipality}, {@code datetime} and {@code knownAt}.
     *
     * @throws Problem {@code publication-not-found}, {@code invalid-parameter} or {@code missing-parameter}
     */
    LayerScope get(Query query) {
        Newest last = newest;
        if (last != null) {
            Optional<LayerScope> remembered = remembered(query, last);
            boolean asked = query.find("knownAt").isPresent();
            if (remembered.isPresent() && (asked || confirmed.read() == last.number())) {
                return remembered.get();
            }
        }
        return read(query);
    }

    private LayerScope read(Query query) {
        KnownAt knownAt = query.find("knownAt").map(ScopeFinder::knownAt).orElseGet(KnownAt.Newest::new);
        return read(query.find("municipality").orElse(""), moments.read(query), knownAt);
    }

    /** Returns the collections of a municipality, of the configured or the only one where it is empty, likewise. */
    LayerScope read(String asked, LocalDate on, KnownAt knownAt) {
        return database.readAtOnce(handle -> {
            Publication known = publications.get(handle, knownAt);
            String municipality = asked.isEmpty() ? defaultMunicipality : asked;
            if (municipality.isEmpty()) {
                municipality = only(scopes.listMunicipalities(handle, known.number()));
            }
            LayerScope scope = scopes.get(handle, municipality, on, known);
            if (scope.layers().isEmpty() && !asked.isEmpty()) {
                requireKnown(handle, municipality, known.number());
            }
            if (knownAt instanceof KnownAt.Newest) {
                remember(known.number(), asked.isEmpty() ? municipality : "");
            }
            return scope;
        });
    }

    private void remember(long number, String municipality) {
        Newest last = newest;
        boolean same = last != null && last.number() == number;
        newest = new Newest(number, municipality.isEmpty() && same ? last.municipality() : municipality);
    }

    /** Answers one request. */
    @FunctionalInterface
    interface Answer {
        void by(LayerScope scope, Confirmation confirmation) throws IOException;
    }

    /**
     * Answers a request by what is remembered of the newest publication, which the reading of the features confirms; once more by
     * what the database says where it does not, or where nothing was read.
     */
    void answer(Query query, Answer answer) throws IOException {
        Newest last = newest;
        Optional<LayerScope> remembered = last == null ? Optional.empty() : remembered(query, last);
        if (remembered.isPresent()) {
            boolean asked = query.find("knownAt").isPresent();
            Confirmation confirmation = asked ? Confirmation.none() : Confirmation.of(last.number());
            try {
                answer.by(remembered.get(), confirmation);
                return;
            } catch (Confirmation.Superseded e) {
                newest = null;
            } catch (Problem e) {
                if (!confirmation.isNeeded()) {
                    throw e;
                }
            }
        }
        answer.by(read(query), Confirmation.none());
    }

    /** Confirms by a question of its own, where nothing is read, or not before an answer begins. */
    void confirm(Confirmation confirmation) {
        if (confirmation.isNeeded()) {
            confirmation.take(confirmed.read());
        }
    }

    private Optional<LayerScope> remembered(Query query, Newest last) {
        String asked = query.find("municipality").orElse(last.municipality());
        KnownAt knownAt = query.find("knownAt").map(ScopeFinder::knownAt).orElseGet(KnownAt.Newest::new);
        if (asked.isEmpty() || knownAt instanceof KnownAt.AtInstant) {
            return Optional.empty();
        }
        long number = knownAt instanceof KnownAt.Numbered numbered ? numbered.number() : last.number();
        boolean elsewhere =
                number != last.number() && query.find("municipality").isEmpty();
        // one without collections may be of a municipality that does not exist, which the database tells
        return elsewhere && defaultMunicipality.isEmpty()
                ? Optional.empty()
                : scopes.find(asked, moments.read(query), number)
                        .filter(scope -> !scope.layers().isEmpty());
    }

    private static KnownAt knownAt(String text) {
        try {
            return KnownAt.parse(text);
        } catch (Problem problem) {
            Problem named = Query.invalid("knownAt", problem.detail(Language.ES), problem.detail(Language.EN));
            named.addSuppressed(problem);
            throw named;
        }
    }

    private static String only(List<String> municipalities) {
        if (municipalities.size() > 1) {
            String known = String.join(", ", municipalities);
            throw Problem.of(
                            ProblemType.MISSING_PARAMETER,
                            "Falta el parámetro «municipality»: hay datos de " + known + ".",
                            "The parameter 'municipality' is missing: there are data of " + known + ".")
                    .hint(
                            "Por ejemplo municipality=" + municipalities.get(0) + ".",
                            "For example municipality=" + municipalities.get(0) + ".");
        }
        return municipalities.isEmpty() ? "" : municipalities.get(0);
    }

    private void requireKnown(Handle handle, String municipality, long at) {
        List<String> known = scopes.listMunicipalities(handle, at);
        if (!known.contains(municipality)) {
            String shown = municipality.length() > 20 ? municipality.substring(0, 20) + "…" : municipality;
            String all = String.join(", ", known);
            throw Query.invalid(
                    "municipality",
                    "«municipality»: no hay datos de «" + shown + "». Hay de: " + all + ".",
                    "'municipality': there are no data of '" + shown + "'. There are of: " + all + ".");
        }
    }
}
