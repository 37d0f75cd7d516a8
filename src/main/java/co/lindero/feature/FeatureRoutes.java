package co.lindero.feature;

import co.lindero.feature.ItemsParameters.Unlimited;
import co.lindero.platform.http.AcceptLanguage;
import co.lindero.platform.http.CachePolicy;
import co.lindero.platform.http.Etags;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Links;
import co.lindero.platform.http.LongAnswer;
import co.lindero.platform.http.Negotiation;
import co.lindero.platform.http.Query;
import co.lindero.platform.http.Router;
import co.lindero.platform.http.Routes;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** {@code /collections/{id}/items} and {@code /collections/{id}/items/{featureId}}. */
public final class FeatureRoutes implements Routes {
    /** A whole collection as one GeoJSON document, to take home. */
    static final Format DOWNLOAD = new Format("geojson", "application/geo+json");

    static final Format FLATGEOBUF = new Format("fgb", "application/flatgeobuf");
    static final Set<String> MOMENT = Set.of("municipality", "datetime", "knownAt");
    static final List<Format> LIST = List.of(Format.GEOJSON, Format.HTML, Format.CSV, FLATGEOBUF, DOWNLOAD);
    private static final List<Format> ONE = List.of(Format.GEOJSON, Format.HTML);
    private static final Set<String> ONE_PARAMETERS = Set.of("municipality", "datetime", "knownAt", "f", "crs");
    private static final int SPOOLED_BYTES = 4 << 20;

    private final FeatureService features;
    private final MapCrsList systems;
    private final ItemsParameters parameters;
    private final Clock clock;
    private final FeatureMembers members = new FeatureMembers(ONE);

    /**
     * Makes the routes.
     *
     * @param systems coordinate reference systems that features can be had in
     * @param clock tells the time that lists are stamped with
     */
    public FeatureRoutes(FeatureService features, MapCrsList systems, Clock clock) {
        this.features = features;
        this.systems = systems;
        this.parameters = new ItemsParameters(systems);
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.get("/collections/{id}/items", this::list);
        router.get("/collections/{id}/items/{featureId}", this::one);
    }

    private void list(Context ctx) throws IOException {
        // the collection decides which parameters there are, and some parameters decide the collection
        answer(ctx, (scope, confirmation) -> list(ctx, scope, confirmation));
    }

    /** Where the caller may have the answer already, and where all of a collection is sent, the publication is read first. */
    private void answer(Context ctx, ScopeFinder.Answer answer) throws IOException {
        Query moment = Query.some(ctx, MOMENT);
        if (ctx.header("If-None-Match") == null) {
            features.answer(moment, answer);
        } else {
            answer.by(features.scope(moment), Confirmation.none());
        }
    }

    private void list(Context ctx, LayerScope scope, Confirmation confirmation) throws IOException {
        FeatureLayer layer = features.layer(scope, ctx.pathParam("id"));
        Query query = Query.of(ctx, ItemsParameters.names(layer));
        Format format = Negotiation.choose(ctx, LIST.toArray(Format[]::new));
        boolean page = format.equals(Format.GEOJSON) || format.equals(Format.HTML);
        ItemsRequest request = parameters.read(query, scope, layer, page ? Unlimited.PAGE : Unlimited.ALL);
        if (notModified(ctx, scope, query, format)) {
            return;
        }
        ctx.contentType(format.contentType());
        ctx.header("Content-Crs", request.crs().header());
        try {
            if (request.limit() == null) {
                features.confirm(confirmation);
                download(ctx, format, request, query);
            } else if (format.equals(Format.GEOJSON) && features.isEncodedWhole(request)) {
                encodedPage(ctx, request, query, confirmation);
            } else {
                page(ctx, format, request, query, confirmation);
            }
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof LongAnswer.ReaderGone)) {
                throw e;
            }
            LongAnswer.abandon(ctx);
        } catch (LongAnswer.ReaderGone e) {
            LongAnswer.abandon(ctx);
        }
    }

    private static boolean notModified(Context ctx, LayerScope scope, Query query, Format format) {
        boolean pinned =
                query.find("knownAt").isPresent() && query.find("datetime").isPresent();
        String etag = Etags.of(
                ctx, scope.known().number(), query.canonical(), scope.on(), scope.municipality(), format.name());
        return Etags.notModified(ctx, etag, pinned ? CachePolicy.PINNED : CachePolicy.REVALIDATE);
    }

    private void page(Context ctx, Format format, ItemsRequest request, Query query, Confirmation confirmation)
            throws IOException {
        try (Passage passage = new Passage(ctx)) {
            ItemsWriter writer = writer(ctx, format, request, query, passage.out);
            PageSink page = new PageSink(request.limit(), writer);
            if (format.equals(FLATGEOBUF)) {
                features.confirm(confirmation);
            }
            writer.begin();
            features.read(request.withOneMore(), confirmation, page);
            features.confirm(confirmation);
            OptionalLong matched = features.matched(request, page.returned(), page.more());
            writer.end(page, matched);
            passage.out.finish();
        }
    }

    /** A page whose features are at hand, and the database left, before the first is written. */
    private void encodedPage(Context ctx, ItemsRequest request, Query query, Confirmation confirmation)
            throws IOException {
        PageSink page = PageSink.counting(request.limit());
        List<byte[]> found = new ArrayList<>(request.limit());
        features.readEncoded(request.withOneMore(), confirmation, (feature, placed) -> {
            if (page.takes(placed)) {
                found.add(feature);
            }
        });
        features.confirm(confirmation);
        OptionalLong matched = features.matched(request, page.returned(), page.more());
        boolean large = found.stream().mapToLong(feature -> feature.length).sum() > SPOOLED_BYTES;
        // whoever reads a large page slowly keeps it in memory
        try (LongAnswers.Permit permit = large ? features.beginStream() : LongAnswers.Permit.NONE) {
            OutputStream out = permit == LongAnswers.Permit.NONE ? ctx.outputStream() : LongAnswer.begin(ctx);
            GeoJsonItems items = new GeoJsonItems(out, request, envelope(ctx, Format.GEOJSON, query));
            items.begin();
            for (byte[] feature : found) {
                items.encoded(feature);
            }
            items.end(page, matched);
        }
    }

    /** A page that stays in memory until the database has been left, or takes the right to a long answer. */
    private final class Passage implements AutoCloseable {
        private final SpoolOutput out;
        private LongAnswers.Permit permit = LongAnswers.Permit.NONE;

        Passage(Context ctx) {
            this.out = new SpoolOutput(SPOOLED_BYTES, ctx::outputStream, () -> {
                permit = features.beginStream();
                return LongAnswer.begin(ctx);
            });
        }

        @Override
        public void close() {
            permit.close();
        }
    }

    private void download(Context ctx, Format format, ItemsRequest request, Query query) throws IOException {
        String name = Links.encoded(request.layer().id()) + "." + format.name();
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        LongAnswers.Permit permit = features.beginStream();
        try {
            // opened with the first byte: until then a failure is a problem document
            SpoolOutput out = new SpoolOutput(0, ctx::outputStream, () -> LongAnswer.begin(ctx));
            ItemsWriter writer = writer(ctx, format, request, query, out);
            PageSink all = new PageSink(null, writer);
            writer.begin();
            features.read(request, Confirmation.none(), all);
            writer.end(all, OptionalLong.of(all.returned()));
            out.finish();
        } finally {
            permit.close();
        }
    }

    private ItemsWriter writer(Context ctx, Format format, ItemsRequest request, Query query, OutputStream out) {
        GeoJsonItems.Envelope envelope = envelope(ctx, format, query);
        return switch (format.name()) {
            case "csv" -> new CsvItems(out, request);
            case "fgb" -> new FlatGeobufItems(out, request, () -> expected(request));
            case "html" -> new HtmlItems(out, request, HtmlPage.of(Links.of(ctx), AcceptLanguage.of(ctx)), envelope);
            default -> new GeoJsonItems(out, request, envelope);
        };
    }

    private GeoJsonItems.Envelope envelope(Context ctx, Format format, Query query) {
        LayerLinks links = new LayerLinks(Links.of(ctx), AcceptLanguage.of(ctx));
        return new GeoJsonItems.Envelope(links, query.values(), format, LIST, clock);
    }

    /** FlatGeobuf states how many features follow, or 0 where that is not known: counting would delay the first one. */
    private long expected(ItemsRequest request) {
        OptionalLong known = features.findCount(request);
        if (known.isEmpty()) {
            return 0;
        }
        Integer limit = request.limit();
        long left = Math.max(0, known.getAsLong() - request.offset());
        return limit == null ? left : Math.min(limit, left);
    }

    private void one(Context ctx) throws IOException {
        answer(ctx, (scope, confirmation) -> one(ctx, scope, confirmation));
    }

    private void one(Context ctx, LayerScope scope, Confirmation confirmation) throws IOException {
        FeatureLayer layer = features.layer(scope, ctx.pathParam("id"));
        Query query = Query.of(ctx, ONE_PARAMETERS);
        Format format = Negotiation.choose(ctx, ONE.toArray(Format[]::new));
        MapCrs crs = systems.get(query, "crs");
        String name = ctx.pathParam("featureId");
        if (notModified(ctx, scope, query, format)) {
            return;
        }
        ItemsRequest request = ItemsRequest.whole(scope, layer, crs);
        ctx.header("Content-Crs", crs.header());
        if (format.equals(Format.HTML)) {
            page(ctx, request, name, confirmation);
            return;
        }
        byte[] found = features.findOneEncoded(request, name, confirmation).orElseThrow(() -> missing(layer, name));
        ctx.contentType(format.contentType());
        String more = members.of(Links.of(ctx), AcceptLanguage.of(ctx), layer, name, query.values());
        ctx.outputStream().write(GeoJsonEncoder.with(found, more));
    }

    private void page(Context ctx, ItemsRequest request, String name, Confirmation confirmation) {
        HtmlFeature writer = new HtmlFeature(HtmlPage.of(Links.of(ctx), AcceptLanguage.of(ctx)), request);
        ctx.contentType(Format.HTML.contentType());
        if (!features.readOne(request, name, confirmation, row -> ctx.result(writer.write(row)))) {
            throw missing(request.layer(), name);
        }
    }

    private static Problem missing(FeatureLayer layer, String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return Problem.of(
                ProblemType.NOT_FOUND,
                "La colección «" + layer.id() + "» no tiene el elemento «" + shown + "».",
                "The collection '" + layer.id() + "' has no feature '" + shown + "'.");
    }
}
