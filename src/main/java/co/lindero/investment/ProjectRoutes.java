package co.lindero.investment;

import co.lindero.investment.ProjectService.Page;
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
import co.lindero.publication.KnownAt;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /projects}, {@code /projects/{code}}, {@code /parcels/{number}/projects}, {@code /territories/{code}/summary}. */
public final class ProjectRoutes implements Routes {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 1_000;
    private static final BigDecimal FARTHEST_M = BigDecimal.valueOf(5_000);
    private static final Set<String> STAGES =
            Set.of("formulado", "viable", "registrado", "priorizado", "en_ejecucion", "terminado", "suspendido");
    private static final QuerySpec ONE = QuerySpec.none().date("on").text("knownAt", "municipality", "f");
    private static final QuerySpec MANY = ONE.text(
                    "axis", "programme", "office", "source", "q", "territory", "bbox", "after")
            .oneOf("stage", STAGES)
            .oneOf("kind", ProjectService.KINDS)
            .whole("year", 1990, 2100)
            .whole("limit", 1, MOST);
    private static final QuerySpec ON_PARCEL = ONE.decimal("within", BigDecimal.ZERO, FARTHEST_M);
    private static final QuerySpec SUMMARY = ONE.oneOf("kind", ProjectService.KINDS);

    private final ProjectService projects;
    private final ProjectRequests requests;

    /**
     * Makes the routes.
     *
     * @param defaultMunicipality code taken where a request names none; empty for none
     */
    public ProjectRoutes(ProjectService projects, String defaultMunicipality) {
        this.projects = projects;
        this.requests = new ProjectRequests(defaultMunicipality);
    }

    @Override
    public void register(Router router) {
        router.get("/projects", this::list);
        router.get("/projects/{code}", this::one);
        router.get("/parcels/{number}/projects", this::onParcel);
        router.get("/territories/{code}/summary", this::summary);
    }

    private void list(Context ctx) {
        Query query = MANY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.GEOJSON);
        int limit = query.integer("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        Page page = projects.list(
                requests.moment(query), filter(query), query.find("after").orElse(""), limit);
        if (unchanged(ctx, query, page.state(), format)) {
            return;
        }
        ObjectNode collection = JsonNodeFactory.instance.objectNode();
        collection.put("type", "FeatureCollection");
        collection.put("numberReturned", page.projects().size());
        ArrayNode features = collection.putArray("features");
        page.projects().forEach(project -> features.add(ProjectJson.feature(project)));
        ProjectJson.state(collection, page.state());
        Links links = Links.of(ctx);
        ArrayNode list = collection.putArray("links");
        list.addObject().put("rel", "self").put("href", links.self());
        if (page.more()) {
            String last = page.projects().get(page.projects().size() - 1).code();
            list.addObject().put("rel", "next").put("href", links.to(next(query, page.state(), last, limit)));
        }
        send(ctx, format, collection);
    }

    private static ProjectFilter filter(Query query) {
        return new ProjectFilter(
                query.find("axis").orElse(null),
                query.find("programme").orElse(null),
                query.find("stage").orElse(null),
                query.find("office").orElse(null),
                query.find("source").orElse(null),
                query.integer("year", 1990, 2100).orElse(null),
                query.find("q").orElse(null),
                query.find("territory").orElse(null),
                query.find("kind").orElse(null),
                ProjectRequests.box(query));
    }

    /** The next page names the publication and the day of this one, so that a sequence of pages shows one state. */
    private static String next(Query query, State state, String last, int limit) {
        StringBuilder path = new StringBuilder("/projects?limit=" + limit + "&municipality=" + state.municipality());
        Stream.of("axis", "programme", "stage", "office", "source", "year", "q", "territory", "kind", "bbox")
                .forEach(name -> query.find(name)
                        .ifPresent(value -> path.append('&')
                                .append(name)
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return path.append("&on=")
                .append(state.on())
                .append("&knownAt=")
                .append(state.known().number())
                .append("&after=")
                .append(URLEncoder.encode(last, StandardCharsets.UTF_8))
                .toString();
    }

    private void one(Context ctx) {
        Query query = ONE.read(ctx);
        Format format = Negotiation.choose(ctx, Format.GEOJSON);
        ProjectService.One one = projects.get(requests.moment(query), ctx.pathParam("code"));
        if (unchanged(ctx, query, one.state(), format)) {
            return;
        }
        ObjectNode feature = ProjectJson.whole(one.project());
        ProjectJson.state(feature, one.state());
        send(ctx, format, feature);
    }

    private void onParcel(Context ctx) {
        Query query = ON_PARCEL.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON);
        // the number of the parcel decides the municipality
        Moment moment = new Moment(
                "",
                query.date("on").orElse(null),
                query.find("knownAt").map(KnownAt::parse).orElseGet(KnownAt.Newest::new));
        ProjectService.OnParcel found = projects.onParcel(
                ctx.pathParam("number"),
                query.find("municipality").orElse(null),
                moment,
                query.decimal("within", BigDecimal.ZERO, FARTHEST_M)
                        .map(BigDecimal::doubleValue)
                        .orElse(null));
        if (unchanged(ctx, query, found.state(), format)) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("parcel", found.number());
        body.put("withinM", found.withinM());
        body.put("numberReturned", found.projects().size());
        body.set("projects", Json.tree(found.projects()));
        ProjectJson.state(body, found.state());
        send(ctx, format, body);
    }

    private void summary(Context ctx) {
        Query query = SUMMARY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON);
        ProjectService.Summed summed = projects.sum(
                requests.moment(query),
                ctx.pathParam("code"),
                query.find("kind").orElse(null));
        if (unchanged(ctx, query, summed.state(), format)) {
            return;
        }
        send(ctx, format, ReviewJson.summary(summed));
    }

    static boolean unchanged(Context ctx, Query query, State state, Format format) {
        return Etags.notModified(
                ctx,
                Etags.of(
                        ctx,
                        state.known().number(),
                        query.canonical(),
                        state.municipality(),
                        state.on(),
                        format.name()),
                CachePolicy.REVALIDATE);
    }

    static void send(Context ctx, Format format, ObjectNode body) {
        ctx.contentType(format.contentType()).result(Json.bytes(body));
    }
}
