package co.lindero.app;

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
import java.nio.ByteBuffer;

/** {@code /}: what the service is and where its parts are. */
final class LandingRoutes implements Routes {
    private static final QuerySpec QUERY = QuerySpec.none().text("f", "q", "municipality");

    private final Application.Mode mode;
    private final LandingPage page;

    LandingRoutes(Application.Mode mode, LandingPage page) {
        this.mode = mode;
        this.page = page;
    }

    @Override
    public void register(Router router) {
        router.get("/", this::landing);
    }

    private void landing(Context ctx) {
        Query query = QUERY.read(ctx);
        Language language = AcceptLanguage.of(ctx);
        Links links = Links.of(ctx);
        // only the page searches: other clients have /parcels?q=
        Format format = query.find("q").isPresent()
                ? Negotiation.choose(ctx, Format.HTML)
                : Negotiation.choose(ctx, Format.JSON, Format.HTML);
        if (format.equals(Format.HTML)) {
            byte[] html = page.write(query, links, language, mode == Application.Mode.DEMONSTRATION);
            if (!Etags.notModified(ctx, Etags.ofContent(ctx, ByteBuffer.wrap(html)), CachePolicy.REVALIDATE)) {
                ctx.contentType(Format.HTML.contentType()).result(html);
            }
            return;
        }
        ctx.contentType(Format.JSON.contentType()).result(Json.bytes(json(links, language)));
    }

    private ObjectNode json(Links links, Language language) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("title", "Lindero");
        body.put(
                "description",
                language.pick(
                        "Qué dice el plan de ordenamiento de cada predio, con su cifra, su regla y su artículo.",
                        "What the land-use plan says of each parcel, with its figure, its rule and its article."));
        if (mode == Application.Mode.DEMONSTRATION) {
            body.put("demonstration", true);
        }
        ArrayNode list = body.putArray("links");
        typed(list, "self", "application/json", links.to("/"), language.pick("Este documento", "This document"));
        layers(list, links, language);
        link(
                list,
                "parcels",
                links.to("/parcels"),
                language.pick("Predios, por q=, folio= o lon= y lat=", "Parcels, by q=, folio= or lon= and lat="));
        link(list, "parcel", links.base() + "/parcels/{number}", language.pick("Un predio", "A parcel"));
        link(
                list,
                "land-use",
                links.base() + "/parcels/{number}/land-use",
                language.pick("Qué dice el plan de un predio", "What the plan says of a parcel"));
        link(
                list,
                "risk",
                links.base() + "/parcels/{number}/risk",
                language.pick("Amenaza y riesgo en un predio", "Hazard and risk of a parcel"));
        link(
                list,
                "exposure",
                links.base() + "/exposure?theme={theme}&by={by}",
                language.pick("Quién y qué está expuesto", "Who and what is exposed"));
        link(
                list,
                "licences",
                links.to("/licences"),
                language.pick("Licencias expedidas o radicadas", "Licences issued or filed"));
        link(
                list,
                "follow-up",
                links.to("/licences/follow-up"),
                language.pick("Seguimiento de las licencias", "Follow-up of licences"));
        link(list, "plans", links.to("/plans"), language.pick("Planes", "Plans"));
        link(
                list,
                "indicators",
                links.base() + "/plans/{code}/indicators",
                language.pick("Indicadores de un plan frente a sus metas", "Indicators of a plan against its targets"));
        link(list, "health", links.to("/healthz"), language.pick("Vida del servicio", "Health"));
        link(list, "ready", links.to("/readyz"), language.pick("Estado de preparación", "Readiness"));
        link(list, "metrics", links.to("/metrics"), language.pick("Métricas", "Metrics"));
        link(list, "problems", links.to("/problems"), language.pick("Catálogo de errores", "Error catalogue"));
        return body;
    }

    /** What clients of OGC API look for. */
    private static void layers(ArrayNode list, Links links, Language language) {
        typed(
                list,
                "service-desc",
                "application/vnd.oai.openapi+json;version=3.0",
                links.to("/api"),
                language.pick("Descripción del servicio", "Description of the service"));
        typed(
                list,
                "service-doc",
                "text/html",
                links.to("/api?f=html"),
                language.pick("Descripción como página", "Description as a page"));
        typed(
                list,
                "conformance",
                "application/json",
                links.to("/conformance"),
                language.pick("Normas que se cumplen", "Conformance"));
        typed(
                list,
                "data",
                "application/json",
                links.to("/collections"),
                language.pick("Capas para SIG", "Layers for GIS"));
        typed(
                list,
                "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                "application/json",
                links.to("/tiles"),
                language.pick("Teselas vectoriales", "Vector tiles"));
        typed(
                list,
                "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
                "application/json",
                links.to("/tileMatrixSets"),
                language.pick("Cuadrículas de teselas", "Tile matrix sets"));
    }

    private static void typed(ArrayNode list, String rel, String type, String href, String title) {
        list.addObject().put("rel", rel).put("type", type).put("href", href).put("title", title);
    }

    private static void link(ArrayNode list, String rel, String href, String title) {
        ObjectNode link = list.addObject().put("rel", rel).put("href", href).put("title", title);
        if (href.indexOf('{') >= 0) {
            link.put("templated", true);
        }
    }
}
