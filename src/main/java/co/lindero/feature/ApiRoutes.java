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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** {@code /api}: the description of the service, and the what its pages are made of. */
public final class ApiRoutes implements Routes {
    private static final Format OPENAPI = new Format("json", "application/vnd.oai.openapi+json;version=3.0");
    private static final QuerySpec QUERY = QuerySpec.none().text("f", "municipality");
    private static final String MAPS = "META-INF/resources/webjars/ol/10.7.0/";

    private final FeatureService features;
    private final MapCrsList systems;

    public ApiRoutes(FeatureService features, MapCrsList systems) {
        this.features = features;
        this.systems = systems;
    }

    @Override
    public void register(Router router) {
        router.get("/api", this::api);
        router.get("/layers.css", ctx -> asset(ctx, "web/layers.css", "text/css"));
        router.get("/web/map.js", ctx -> asset(ctx, "web/map.js", "text/javascript"));
        router.get("/web/ol.js", ctx -> asset(ctx, MAPS + "dist/ol.js", "text/javascript"));
        router.get("/web/ol.css", ctx -> asset(ctx, MAPS + "ol.css", "text/css"));
    }

    private void api(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, OPENAPI, Format.JSON, Format.HTML);
        ObjectNode document = new OpenApiDocument(AcceptLanguage.of(ctx), systems)
                .write(Links.of(ctx).to("/"), features.listDescribed(query));
        byte[] bytes = Json.bytes(document);
        if (Etags.notModified(ctx, Etags.of(ctx, Json.hash(document), format), CachePolicy.REVALIDATE)) {
            return;
        }
        boolean html = format.equals(Format.HTML);
        ctx.contentType(format.contentType());
        ctx.result(html ? HtmlPage.of(Links.of(ctx), AcceptLanguage.of(ctx)).api(document) : bytes);
    }

    /** What pages are made of: our own files, and the map library out of its archive. */
    private static void asset(Context ctx, String resource, String type) throws IOException {
        QuerySpec.none().read(ctx);
        try (InputStream in = ApiRoutes.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No " + resource);
            }
            byte[] bytes = in.readAllBytes();
            if (!Etags.notModified(ctx, Etags.ofContent(ctx, ByteBuffer.wrap(bytes)), CachePolicy.REVALIDATE)) {
                ctx.contentType(type + "; charset=utf-8").result(bytes);
            }
        }
    }
}
