package co.lindero.style;

import co.lindero.feature.FeatureLayer;
import co.lindero.feature.FeatureService;
import co.lindero.feature.LayerScope;
import co.lindero.feature.LayerTileStore;
import co.lindero.feature.Property;
import co.lindero.platform.http.AcceptLanguage;
import co.lindero.platform.http.CachePolicy;
import co.lindero.platform.http.Etags;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Links;
import co.lindero.platform.http.Negotiation;
import co.lindero.platform.http.Query;
import co.lindero.platform.http.Router;
import co.lindero.platform.http.Routes;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;

/** {@code /collections/{id}/styles}: how a collection is drawn, for web maps and QGIS, and its legend. */
public final class StyleRoutes implements Routes {
    private static final Format WEB = new Format("mapbox", "application/vnd.mapbox.style+json");
    private static final Format QGIS = new Format("qml", "application/vnd.qgis.qml");
    private static final Format LEGEND = new Format("legend", "application/json");
    private static final Set<String> KNOWN = Set.of("municipality", "datetime", "knownAt", "f");
    /** The one style of a collection. */
    private static final String ONLY = "default";

    private final FeatureService features;
    private final LayerTileStore rows;
    private final StyleBook book = StyleBook.standard();

    public StyleRoutes(FeatureService features, LayerTileStore rows) {
        this.features = features;
        this.rows = rows;
    }

    @Override
    public void register(Router router) {
        router.get("/collections/{id}/styles", this::list);
        router.get("/collections/{id}/styles/{style}", this::one);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx, KNOWN);
        Negotiation.choose(ctx, Format.JSON);
        LayerScope scope = features.scope(query);
        FeatureLayer layer = features.layer(scope, ctx.pathParam("id"));
        Language language = AcceptLanguage.of(ctx);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("default", ONLY);
        ObjectNode style = body.putArray("styles").addObject();
        style.put("id", ONLY);
        style.put("title", layer.title().in(language));
        ArrayNode links = style.putArray("links");
        String address = address(ctx, layer);
        for (Format format : List.of(WEB, QGIS)) {
            links.addObject()
                    .put("rel", "stylesheet")
                    .put("type", format.mediaType())
                    .put("href", address + "?f=" + format.name());
        }
        links.addObject()
                .put("rel", "http://www.opengis.net/def/rel/ogc/1.0/legend")
                .put("type", LEGEND.mediaType())
                .put("href", address + "?f=" + LEGEND.name());
        ctx.contentType(Format.JSON.contentType()).result(Json.bytes(body));
    }

    private static String address(Context ctx, FeatureLayer layer) {
        return Links.of(ctx).to("/collections/" + Links.encoded(layer.id()) + "/styles/" + ONLY);
    }

    private void one(Context ctx) {
        Query query = Query.of(ctx, KNOWN);
        Format format = Negotiation.choose(ctx, WEB, QGIS, LEGEND);
        if (!ctx.pathParam("style").equals(ONLY)) {
            throw Problem.of(
                            ProblemType.NOT_FOUND,
                            "La colección tiene un solo estilo: " + ONLY,
                            "The collection has one style: " + ONLY)
                    .hint("Pida …/styles/" + ONLY + ".", "Ask for …/styles/" + ONLY + ".");
        }
        LayerScope scope = features.scope(query);
        FeatureLayer layer = features.layer(scope, ctx.pathParam("id"));
        String tag = Etags.of(ctx, scope.known().number(), query.canonical(), scope.on(), format.name());
        if (Etags.notModified(ctx, tag, CachePolicy.REVALIDATE)) {
            return;
        }
        LayerStyle style = style(scope, layer);
        Language language = AcceptLanguage.of(ctx);
        ctx.contentType(format.contentType());
        if (format.equals(QGIS)) {
            ctx.result(QgisStyle.render(style, language));
        } else if (format.equals(LEGEND)) {
            ctx.result(Json.bytes(WebStyle.legend(style, language)));
        } else {
            String tileJson = Links.of(ctx).to("/collections/" + layer.id() + "/tiles/WebMercatorQuad?f=tilejson");
            ctx.result(Json.bytes(WebStyle.render(style, layer.title().in(language), tileJson)));
        }
    }

    private LayerStyle style(LayerScope scope, FeatureLayer layer) {
        Property classified = book.property(layer.id()).flatMap(layer::find).orElse(null);
        List<LayerTileStore.Value> values = classified == null
                ? List.of()
                : rows.listValues(scope, layer, classified, layer.find("label").orElse(null));
        int dimension = features.findExtent(scope, layer).stream()
                .flatMap(extent -> extent.dimensions().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(2);
        return book.style(
                layer.id(),
                values.stream()
                        .map(value -> new LayerStyle.Held(value.value(), value.label()))
                        .toList(),
                LayerStyle.Shape.ofDimension(dimension));
    }
}
