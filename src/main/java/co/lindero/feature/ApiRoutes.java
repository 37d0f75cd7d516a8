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
import java.util.List;

/** {@code /api}: the description of the service, and the style sheet of its plain pages. */
public final class ApiRoutes implements Routes {
    private static final Format OPENAPI = new Format("json", "application/vnd.oai.openapi+json;version=3.0");
    private static final QuerySpec QUERY = QuerySpec.none().text("f", "municipality");
    private static final String STYLE = "layers.css";

    private final FeatureService features;
    private final MapCrsList systems;

    public ApiRoutes(FeatureService features, MapCrsList systems) {
        this.features = features;
        this.systems = systems;
    }

    @Override
    public void register(Router router) {
        router.get("/api", this::api);
        router.get("/" + STYLE, ApiRoutes::style);
    }

    private void api(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, OPENAPI, Format.JSON, Format.HTML);
        // without anything published there are no collections to describe
        List<FeatureLayer> layers = features.findNewest()
                .map(newest -> features.scope(query).layers())
                .orElse(List.of());
        ObjectNode document = new OpenApiDocument(AcceptLanguage.of(ctx), systems)
                .write(Links.of(ctx).to("/"), layers);
        byte[] bytes = Json.bytes(document);
        if (Etags.notModified(
                ctx, Etags.of(ctx, Json.sha256(Json.canonical(document)), format), CachePolicy.REVALIDATE)) {
            return;
        }
        boolean html = format.equals(Format.HTML);
        ctx.contentType(format.contentType());
        ctx.result(html ? HtmlPage.of(Links.of(ctx), AcceptLanguage.of(ctx)).api(document) : bytes);
    }

    private static void style(Context ctx) throws IOException {
        QuerySpec.none().read(ctx);
        try (InputStream in = ApiRoutes.class.getClassLoader().getResourceAsStream("web/" + STYLE)) {
            if (in == null) {
                throw new IllegalStateException("No " + STYLE);
            }
            byte[] style = in.readAllBytes();
            if (!Etags.notModified(ctx, Etags.of(ctx, style.length), CachePolicy.REVALIDATE)) {
                ctx.contentType("text/css; charset=utf-8").result(style);
            }
        }
    }
}
