package co.lindero.feature;

import co.lindero.platform.http.AcceptLanguage;
import co.lindero.platform.http.CachePolicy;
import co.lindero.platform.http.Etags;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Links;
import co.lindero.platform.http.Negotiation;
import co.lindero.platform.http.Query;
import co.lindero.platform.http.QuerySpec;
import co.lindero.platform.http.Router;
import co.lindero.platform.http.Routes;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code /collections}, one collection, its queryables and schema, and {@code /conformance}. */
public final class CollectionRoutes implements Routes {
    private static final Format SCHEMA = new Format("json", "application/schema+json");
    private static final QuerySpec QUERY = QuerySpec.none().text("municipality", "datetime", "knownAt", "f");
    private static final QuerySpec PLAIN = QuerySpec.none().text("f");

    private final FeatureService features;
    private final MapCrsList systems;
    private final ZoneId zone;

    /**
     * Makes the routes.
     *
     * @param systems coordinate reference systems that features can be had in
     * @param zone where legal days begin
     */
    public CollectionRoutes(FeatureService features, MapCrsList systems, ZoneId zone) {
        this.features = features;
        this.systems = systems;
        this.zone = zone;
    }

    @Override
    public void register(Router router) {
        router.get("/conformance", CollectionRoutes::conformance);
        router.get("/collections", this::list);
        router.get("/collections/{id}", this::one);
        router.get("/collections/{id}/queryables", ctx -> schema(ctx, "/queryables"));
        router.get("/collections/{id}/schema", ctx -> schema(ctx, "/schema"));
    }

    private static void conformance(Context ctx) {
        Query query = PLAIN.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.HTML);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode classes = body.putArray("conformsTo");
        Conformance.CLASSES.forEach(classes::add);
        Function<HtmlPage, byte[]> page = html -> html.conformance(Conformance.CLASSES);
        send(
                ctx,
                format,
                Etags.of(ctx, query.canonical(), format.name(), body.toString().hashCode()),
                body,
                page);
    }

    private CollectionWriter writer(Context ctx, Query query) {
        Map<String, String> moment = new TreeMap<>(query.values());
        moment.remove("f");
        Language language = AcceptLanguage.of(ctx);
        return new CollectionWriter(new LayerLinks(Links.of(ctx), language), language, systems, zone, moment);
    }

    private void list(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.HTML);
        LayerScope scope = features.scope(query);
        CollectionWriter writer = writer(ctx, query);
        List<ObjectNode> all = scope.layers().stream()
                .map(layer ->
                        writer.write(scope, layer, features.findExtent(scope, layer), features.getTimes(scope, layer)))
                .toList();
        send(ctx, format, etag(ctx, scope, query, format), writer.list(all), html -> html.collections(scope));
    }

    private static String etag(Context ctx, LayerScope scope, Query query, Format format) {
        return Etags.of(
                ctx, scope.known().number(), query.canonical(), scope.on(), scope.municipality(), format.name());
    }

    private void one(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.HTML);
        LayerScope scope = features.scope(query);
        FeatureLayer layer = features.layer(scope, ctx.pathParam("id"));
        ObjectNode body = writer(ctx, query)
                .write(scope, layer, features.findExtent(scope, layer), features.getTimes(scope, layer));
        send(
                ctx,
                format,
                etag(ctx, scope, query, format),
                body,
                html -> new HtmlCollection(html, body).write(scope, layer));
    }

    private void schema(Context ctx, String which) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, SCHEMA, Format.HTML);
        LayerScope scope = features.scope(query);
        FeatureLayer layer = features.layer(scope, ctx.pathParam("id"));
        SchemaWriter writer = new SchemaWriter(AcceptLanguage.of(ctx));
        String address = Links.of(ctx).to(LayerLinks.path(layer.id()) + which);
        ObjectNode body = which.equals("/schema") ? writer.features(layer, address) : writer.queryables(layer, address);
        send(ctx, format, etag(ctx, scope, query, format), body, html -> html.properties(layer));
    }

    private static void send(
            Context ctx, Format format, String etag, ObjectNode body, Function<HtmlPage, byte[]> page) {
        if (!Etags.notModified(ctx, etag, CachePolicy.REVALIDATE)) {
            boolean html = format.equals(Format.HTML);
            ctx.contentType(format.contentType());
            ctx.result(html ? page.apply(HtmlPage.of(Links.of(ctx), AcceptLanguage.of(ctx))) : Json.bytes(body));
        }
    }
}
