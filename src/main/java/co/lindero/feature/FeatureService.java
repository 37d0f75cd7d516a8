package co.lindero.feature;

import co.lindero.platform.db.Database;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Query;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Collections and their features. Thread-safe. */
public final class FeatureService {
    private static final int KEPT = 1_000;
    /** Longer pages go straight out: they would drive everything else out of memory. */
    private static final int MOST_ENCODED = 1_001;

    private final Database database;
    private final LayerScopes scopes;
    private final PublicationStore publications;
    private final LegalMoment moments;
    private final String defaultMunicipality;
    private final FeatureStore features;
    private final EncodedFeatures kept;
    private final EncodedFeatureStore encoded;
    private final Semaphore streams;
    private final Cache<Counted, Long> counts =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Cache<Counted, LayerTimes> times =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private volatile @Nullable Newest newest;
    private final Cache<Counted, Optional<LayerExtent>> extents =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /**
     * Makes the service.
     *
     * @param clock clock whose zone decides on which legal day it is
     * @param defaultMunicipality code taken where a request names none; empty for the only one there is
     * @param streams how many long answers may be written at a time
     * @param cacheBytes bytes of features kept as they are written into pages; 0 keeps none
     */
    public FeatureService(
            Database database,
            Clock clock,
            LayerScopes scopes,
            PublicationStore publications,
            String defaultMunicipality,
            int streams,
            long cacheBytes) {
        this.database = database;
        this.scopes = scopes;
        this.publications = publications;
        this.moments = new LegalMoment(clock);
        this.defaultMunicipality = defaultMunicipality;
        this.features = new FeatureStore(database);
        this.kept = new EncodedFeatures(cacheBytes);
        this.encoded = new EncodedFeatureStore(database, kept);
        this.streams = new Semaphore(streams);
    }

    /**
     * The newest publication when it was last read.
     *
     * @param municipality the only municipality it has data of; empty where there are several or one is configured
     */
    private record Newest(long number, String municipality) {}

    private record Counted(String municipality, LocalDate on, long publication, String layer) {
        static Counted of(LayerScope scope, String layer) {
            return new Counted(scope.municipality(), scope.on(), scope.known().number(), layer);
        }
    }

    /** Returns the database's number of the newest publication, nothing in an empty database. */
    Optional<Publication> findNewest() {
        return database.readAtOnce(publications::findNewest);
    }

    /**
     * Returns the collections that a request speaks of: by its {@code municipality}, {@code datetime} and {@code knownAt}.
     *
     * @throws Problem {@code publication-not-found}, {@code invalid-parameter} or {@code missing-parameter}
     */
    public LayerScope scope(Query query) {
        LocalDate on = moments.read(query);
        KnownAt knownAt = query.find("knownAt").map(FeatureService::knownAt).orElseGet(KnownAt.Newest::new);
        return scope(query.find("municipality").orElse(""), on, knownAt);
    }

    private LayerScope scope(String asked, LocalDate on, KnownAt knownAt) {
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
            if (asked.isEmpty() && knownAt instanceof KnownAt.Newest) {
                newest = new Newest(known.number(), municipality);
            }
            return scope;
        });
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
        answer.by(scope(query), Confirmation.none());
    }

    private Optional<LayerScope> remembered(Query query, Newest last) {
        String asked = query.find("municipality").orElse(last.municipality());
        KnownAt knownAt = query.find("knownAt").map(FeatureService::knownAt).orElseGet(KnownAt.Newest::new);
        if (asked.isEmpty() || knownAt instanceof KnownAt.AtInstant) {
            return Optional.empty();
        }
        long number = knownAt instanceof KnownAt.Numbered numbered ? numbered.number() : last.number();
        boolean elsewhere =
                number != last.number() && query.find("municipality").isEmpty();
        return elsewhere && defaultMunicipality.isEmpty()
                ? Optional.empty()
                : scopes.find(asked, moments.read(query), number);
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

    /** Returns the municipalities that anything is published of, none in an empty database. */
    public List<String> listMunicipalities() {
        return database.readAtOnce(handle -> publications
                .findNewest(handle)
                .map(newest -> scopes.listMunicipalities(handle, newest.number()))
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
            return known.isEmpty() ? List.of() : scope(query).layers();
        }
        Map<String, FeatureLayer> layers = new LinkedHashMap<>();
        for (String municipality : known) {
            scope(municipality, moments.today(), new KnownAt.Newest())
                    .layers()
                    .forEach(layer -> layers.putIfAbsent(layer.id(), layer));
        }
        return List.copyOf(layers.values());
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

    /**
     * Returns a collection.
     *
     * @throws Problem {@code not-found}, naming the collections that there are
     */
    public FeatureLayer layer(LayerScope scope, String id) {
        return scope.find(id).or(() -> findSilent(scope, id)).orElseThrow(() -> {
            String shown = id.length() > 40 ? id.substring(0, 40) + "…" : id;
            String known = String.join(
                    ", ", scope.layers().stream().map(FeatureLayer::id).toList());
            return Problem.of(
                            ProblemType.NOT_FOUND,
                            "El " + scope.on() + " no hay una colección «" + shown + "» en " + scope.municipality()
                                    + ".",
                            "On " + scope.on() + " there is no collection '" + shown + "' in " + scope.municipality()
                                    + ".")
                    .hint("Hay: " + known + ".", "There are: " + known + ".");
        });
    }

    /** Returns a collection that there is today and was not on the day of a scope, as it was then: empty. */
    private Optional<FeatureLayer> findSilent(LayerScope scope, String id) {
        LocalDate today = moments.today();
        if (scope.on().equals(today)) {
            return Optional.empty();
        }
        LayerScope now = database.readAtOnce(handle -> scopes.get(handle, scope.municipality(), today, scope.known()));
        return now.find(id).map(FeatureLayer::silent);
    }

    /**
     * A layer to be written into a file.
     *
     * @param layer identifier of the collection
     * @param municipality DIVIPOLA code; empty for the configured or the only one
     * @param on legal day, null for today
     * @param knownAt state of knowledge
     */
    public record Export(
            String layer, String municipality, @Nullable LocalDate on, KnownAt knownAt) {}

    /** Writes a whole layer, longitude first; returns how many features it has. */
    public long export(Export export, ExportForm form, Clock clock, OutputStream out) throws IOException {
        LayerScope scope = scope(
                export.municipality(), export.on() == null ? LocalDate.now(clock) : export.on(), export.knownAt());
        ItemsRequest request = ItemsRequest.whole(scope, layer(scope, export.layer()), MapCrs.crs84());
        ItemsWriter writer = switch (form) {
            case CSV -> new CsvItems(out, request);
            case FLATGEOBUF -> new FlatGeobufItems(out, request, () -> features.count(request));
            case GEOJSON ->
                new GeoJsonItems(
                        out, request, new GeoJsonItems.Envelope(null, Map.of(), Format.GEOJSON, List.of(), clock));
        };
        PageSink all = new PageSink(null, writer);
        writer.begin();
        features.read(request, Confirmation.none(), all);
        writer.end(all, OptionalLong.of(all.returned()));
        return all.returned();
    }

    /** Gives the features of a request to a sink, in order; returns how many there were. */
    long read(ItemsRequest request, Confirmation confirmation, FeatureSink sink) {
        return features.read(request, confirmation, sink);
    }

    /** Confirms by a question of its own, where an answer may begin before its features are read. */
    void confirm(Confirmation confirmation) {
        features.confirm(confirmation);
    }

    /** Tells whether the features of a page are given whole as GeoJSON: pages that are not too long, of light features. */
    boolean isEncodedWhole(ItemsRequest request) {
        Integer limit = request.limit();
        return limit != null && limit <= MOST_ENCODED && kept.find(request).isPresent();
    }

    /** Gives the features of a page as GeoJSON to a sink, in order. */
    void readEncoded(ItemsRequest request, Confirmation confirmation, EncodedFeatureStore.Sink sink) {
        encoded.read(request, kept.find(request), confirmation, sink);
    }

    /**
     * Gives one feature to a sink.
     *
     * @param request the collection without conditions
     * @param name name of the feature
     * @return whether there is such a feature
     */
    boolean readOne(ItemsRequest request, String name, Confirmation confirmation, FeatureSink sink) {
        for (List<String> values : request.layer().identity().readings(name)) {
            if (features.read(request.withKey(values), confirmation, sink) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Gives one feature as GeoJSON to a sink, likewise. */
    boolean readOneEncoded(
            ItemsRequest request, String name, Confirmation confirmation, EncodedFeatureStore.Sink sink) {
        for (List<String> values : request.layer().identity().readings(name)) {
            if (encoded.read(request.withKey(values), kept.find(request), confirmation, sink) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns between which legal days the features of a collection hold. */
    public LayerTimes getTimes(LayerScope scope, FeatureLayer layer) {
        return times.get(Counted.of(scope, layer.id()), absent -> {
            LayerTimes own = features.getTimes(scope, layer);
            FeatureLayer.ThemeFacts theme = layer.theme();
            return theme == null ? own : own.within(theme.inForce());
        });
    }

    /** Returns the box around a collection, or nothing where nothing of it is drawn. */
    public Optional<LayerExtent> findExtent(LayerScope scope, FeatureLayer layer) {
        return extents.get(Counted.of(scope, layer.id()), absent -> features.findExtent(scope, layer));
    }

    /** Returns how many features match a request, whatever that costs. */
    long count(ItemsRequest request) {
        return features.count(request);
    }

    /** Returns how many features match, where they have been counted already. */
    OptionalLong findCount(ItemsRequest request) {
        Long counted = request.isUnfiltered()
                ? counts.getIfPresent(
                        Counted.of(request.scope(), request.layer().id()))
                : null;
        return counted == null ? OptionalLong.empty() : OptionalLong.of(counted);
    }

    /**
     * Returns how many features match, where that is asked for or costs little: without a filter it is counted once for a
     * publication, and a list that ends on its first page has been counted.
     *
     * @param returned features on the page
     * @param more whether others follow
     */
    OptionalLong matched(ItemsRequest request, long returned, boolean more) {
        if (request.isUnfiltered()) {
            return OptionalLong.of(
                    counts.get(Counted.of(request.scope(), request.layer().id()), absent -> features.count(request)));
        }
        Integer limit = request.limit();
        if (!more && request.after() == null && (returned > 0 || request.offset() == 0)) {
            return OptionalLong.of(request.offset() + returned);
        }
        return request.countAsked() || (limit != null && limit == 1)
                ? OptionalLong.of(features.count(request))
                : OptionalLong.empty();
    }

    /**
     * Begins a long answer, of which there may be only so many at a time: each holds a database connection.
     *
     * @throws Problem {@code overloaded}
     */
    Permit beginStream() {
        if (!streams.tryAcquire()) {
            throw Problem.of(
                            ProblemType.OVERLOADED,
                            "Hay demasiadas descargas largas a la vez.",
                            "Too many long downloads at a time.")
                    .hint(
                            "Repita en un momento, o pida páginas con limit.",
                            "Try again soon, or ask for pages by limit.");
        }
        return new Permit(streams);
    }

    /** The right to write a long answer, until closed. */
    static final class Permit implements AutoCloseable {
        /** No right, which nobody has to give back. */
        static final Permit NONE = new Permit(new Semaphore(0));

        private final Semaphore streams;
        private boolean held = true;

        Permit(Semaphore streams) {
            this.streams = streams;
        }

        @Override
        public void close() {
            if (held) {
                held = false;
                streams.release();
            }
        }
    }
}
