package co.lindero.feature;

import co.lindero.platform.db.Database;
import co.lindero.platform.http.Query;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ForkJoinPool;

/** Collections and their features. Thread-safe. */
public final class FeatureService {
    /** Longer pages go straight out: they would drive everything else out of memory. */
    private static final int MOST_ENCODED = 1_001;
    /** The share of the memory for features that their boxes have. */
    private static final int BOXES_SHARE = 4;

    private final ScopeFinder scopes;
    private final FeatureStore features;
    private final EncodedFeatures kept;
    private final EncodedFeatureStore encoded;
    private final LayerFacts facts;
    private final LongAnswers longAnswers;

    /**
     * Makes the service.
     *
     * @param clock clock whose zone decides on which legal day it is
     * @param defaultMunicipality code taken where a request names none; empty for the only one there is
     * @param streams how many long answers may be written at a time
     * @param cacheBytes bytes of features kept as they are written into pages, and of where they lie; 0 keeps none
     */
    public FeatureService(
            Database database,
            Clock clock,
            LayerScopes scopes,
            PublicationStore publications,
            String defaultMunicipality,
            int streams,
            long cacheBytes) {
        this(
                database,
                clock,
                scopes,
                publications,
                defaultMunicipality,
                streams,
                new EncodedFeatures(cacheBytes - cacheBytes / BOXES_SHARE),
                new KeptBoxes(database, cacheBytes / BOXES_SHARE, ForkJoinPool.commonPool()));
    }

    /** Makes the service with what it keeps. */
    FeatureService(
            Database database,
            Clock clock,
            LayerScopes scopes,
            PublicationStore publications,
            String defaultMunicipality,
            int streams,
            EncodedFeatures kept,
            KeptBoxes boxes) {
        this.scopes = new ScopeFinder(database, clock, scopes, publications, defaultMunicipality);
        this.features = new FeatureStore(database);
        this.kept = kept;
        this.encoded = new EncodedFeatureStore(database, kept, boxes);
        this.facts = new LayerFacts(features);
        this.longAnswers = new LongAnswers(streams);
    }

    /** Returns the database's number of the newest publication, nothing in an empty database. */
    Optional<Publication> findNewest() {
        return scopes.findNewest();
    }

    /** Returns the municipalities that anything is published of, none in an empty database. */
    public List<String> listMunicipalities() {
        return scopes.listMunicipalities();
    }

    /** Returns the collections that a description of the service names; see {@link ScopeFinder#listDescribed}. */
    List<FeatureLayer> listDescribed(Query query) {
        return scopes.listDescribed(query);
    }

    /**
     * Returns the collections that a request speaks of: by its {@code municipality}, {@code datetime} and {@code knownAt}.
     *
     * @throws Problem {@code publication-not-found}, {@code invalid-parameter} or {@code missing-parameter}
     */
    public LayerScope scope(Query query) {
        return scopes.get(query);
    }

    /** Returns the collections of a municipality, of the configured or the only one where it is empty, likewise. */
    LayerScope scope(String municipality, LocalDate on, KnownAt knownAt) {
        return scopes.read(municipality, on, knownAt);
    }

    /** Answers a request by its collections, whose publication the answer confirms; see {@link ScopeFinder#answer}. */
    void answer(Query query, ScopeFinder.Answer answer) throws IOException {
        scopes.answer(query, answer);
    }

    /** Confirms by a question of its own, where an answer may begin before its features are read. */
    void confirm(Confirmation confirmation) {
        scopes.confirm(confirmation);
    }

    /**
     * Returns a collection.
     *
     * @throws Problem {@code not-found}, naming the collections that there are
     */
    public FeatureLayer layer(LayerScope scope, String id) {
        return scope.find(id).or(() -> scopes.findSilent(scope, id)).orElseThrow(() -> {
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

    /** Gives the features of a request to a sink, in order; returns how many there were. */
    long read(ItemsRequest request, Confirmation confirmation, FeatureSink sink) {
        return features.read(request, confirmation, sink);
    }

    /** Tells whether the features of a page are had as GeoJSON before any is written: pages that are not too long, of light features. */
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

    /** Returns one feature as GeoJSON, nothing where there is no such feature. */
    Optional<byte[]> findOneEncoded(ItemsRequest request, String name, Confirmation confirmation) {
        Optional<EncodedFeatures.Encoding> encoding = kept.find(request);
        Optional<byte[]> known = encoding.flatMap(used -> kept.findNamed(used, request, name));
        if (known.isPresent()) {
            confirm(confirmation);
            return known;
        }
        List<byte[]> found = new ArrayList<>(1);
        for (List<String> values : request.layer().identity().readings(name)) {
            if (encoded.read(request.withKey(values), encoding, confirmation, (feature, placed) -> found.add(feature))
                    > 0) {
                encoding.ifPresent(used -> kept.putNamed(used, request, name, found.get(0)));
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    /** Returns between which legal days the features of a collection hold. */
    public LayerTimes getTimes(LayerScope scope, FeatureLayer layer) {
        return facts.getTimes(scope, layer);
    }

    /** Returns the box around a collection, or nothing where nothing of it is drawn. */
    public Optional<LayerExtent> findExtent(LayerScope scope, FeatureLayer layer) {
        return facts.findExtent(scope, layer);
    }

    /** Returns how many features match a request, whatever that costs. */
    long count(ItemsRequest request) {
        return features.count(request);
    }

    /** Returns how many features match, where they have been counted already. */
    OptionalLong findCount(ItemsRequest request) {
        return facts.findCount(request);
    }

    /** Returns how many features match, where that is asked for or costs little; see {@link LayerFacts#matched}. */
    OptionalLong matched(ItemsRequest request, long returned, boolean more) {
        return facts.matched(request, returned, more);
    }

    /**
     * Begins a long answer, of which there may be only so many at a time: each holds a database connection.
     *
     * @throws Problem {@code overloaded}
     */
    LongAnswers.Permit beginStream() {
        return longAnswers.begin();
    }
}
