package co.lindero.register;

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
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.register.RegisterService.Page;
import co.lindero.register.RegisterService.Question;
import co.lindero.register.RegisterService.Shown;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /licences} and {@code /licences/{number}}: GeoJSON in longitude, latitude. */
public final class RegisterRoutes implements Routes {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;
    private static final Set<String> CLASSES =
            Set.of("urbanizacion", "parcelacion", "subdivision", "construccion", "intervencion_espacio_publico");
    private static final Set<String> STATUSES = Set.of(
            "presentada",
            "radicada",
            "en_revision",
            "con_acta_de_observaciones",
            "en_viabilidad",
            "concedida",
            "negada",
            "desistida",
            "notificada",
            "en_firme");
    private static final QuerySpec MANY = QuerySpec.none()
            .date("on")
            .text("parcel", "knownAt", "municipality", "after", "f")
            .oneOf("class", CLASSES)
            .oneOf("status", STATUSES)
            .whole("limit", 1, MOST);
    private static final QuerySpec ONE = QuerySpec.none().date("on").text("knownAt", "municipality", "f");

    private final RegisterService licences;
    private final String defaultMunicipality;

    /**
     * Makes the routes.
     *
     * @param defaultMunicipality code taken where a request names none; empty for none
     */
    public RegisterRoutes(RegisterService licences, String defaultMunicipality) {
        this.licences = licences;
        this.defaultMunicipality = defaultMunicipality;
    }

    @Override
    public void register(Router router) {
        router.get("/licences", this::list);
        router.get("/licences/{number}", this::one);
    }

    private Question question(Query query, @Nullable String number, int limit) {
        return new Question(
                query.find("municipality").orElseGet(this::municipality),
                number,
                number == null ? query.find("parcel").orElse(null) : null,
                number == null ? query.find("class").orElse(null) : null,
                number == null ? query.find("status").orElse(null) : null,
                query.date("on").orElse(null),
                query.find("knownAt").map(KnownAt::parse).orElseGet(KnownAt.Newest::new),
                number == null ? query.find("after").orElse("") : "",
                limit);
    }

    private String municipality() {
        if (defaultMunicipality.isEmpty()) {
            throw Problem.of(
                            ProblemType.MISSING_PARAMETER,
                            "Falta el parámetro «municipality».",
                            "The parameter 'municipality' is missing.")
                    .hint("Por ejemplo municipality=76130.", "For example municipality=76130.");
        }
        return defaultMunicipality;
    }

    private void list(Context ctx) {
        Query query = MANY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.GEOJSON);
        int limit = query.integer("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        Question question = question(query, null, limit);
        Page page = licences.list(question, AcceptLanguage.of(ctx));
        if (Etags.notModified(
                ctx,
                Etags.of(ctx, page.known().number(), query.canonical(), page.on(), format.name()),
                CachePolicy.REVALIDATE)) {
            return;
        }
        ObjectNode collection = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        collection.put("numberReturned", page.licences().size());
        if (page.demonstration()) {
            collection.put("demonstration", true);
        }
        ArrayNode features = collection.putArray("features");
        page.licences().forEach(shown -> features.add(feature(shown)));
        Links links = Links.of(ctx);
        ArrayNode list = collection.putArray("links");
        list.addObject().put("rel", "self").put("href", links.self());
        if (page.more()) {
            String last =
                    page.licences().get(page.licences().size() - 1).licence().number();
            list.addObject().put("rel", "next").put("href", links.to(next(query, question, page, last)));
        }
        ctx.contentType(format.contentType()).result(Json.bytes(collection));
    }

    /** The next page names the publication and the day of this one, so that a sequence of pages shows one state. */
    private static String next(Query query, Question question, Page page, String last) {
        StringBuilder path = new StringBuilder("/licences?limit=" + question.limit());
        Stream.of("parcel", "class", "status")
                .forEach(name -> query.find(name).ifPresent(value -> append(path, name, value)));
        append(path, "municipality", question.municipality());
        append(path, "on", page.on().toString());
        append(path, "knownAt", Long.toString(page.known().number()));
        append(path, "after", last);
        return path.toString();
    }

    private static void append(StringBuilder path, String name, String value) {
        path.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private void one(Context ctx) {
        Query query = ONE.read(ctx);
        Format format = Negotiation.choose(ctx, Format.GEOJSON);
        Question question = question(query, ctx.pathParam("number"), 1);
        Page page = licences.get(question, AcceptLanguage.of(ctx));
        ObjectNode feature = feature(page.licences().get(0));
        if (page.demonstration()) {
            feature.put("demonstration", true);
        }
        String digest = Json.hash(feature);
        if (!Etags.notModified(ctx, Etags.of(ctx, digest, query.canonical(), format.name()), CachePolicy.REVALIDATE)) {
            ctx.contentType(format.contentType()).result(Json.bytes(feature));
        }
    }

    private static ObjectNode feature(Shown shown) {
        ObjectNode feature = JsonNodeFactory.instance.objectNode().put("type", "Feature");
        feature.put("id", shown.licence().number());
        feature.set(
                "geometry",
                shown.licence().geometry() == null
                        ? JsonNodeFactory.instance.nullNode()
                        : shown.licence().geometry());
        feature.set("properties", Json.tree(shown.facts()));
        return feature;
    }
}
