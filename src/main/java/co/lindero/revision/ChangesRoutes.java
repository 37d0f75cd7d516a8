package co.lindero.revision;

import co.lindero.platform.http.AcceptLanguage;
import co.lindero.platform.http.CachePolicy;
import co.lindero.platform.http.Etags;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Negotiation;
import co.lindero.platform.http.Query;
import co.lindero.platform.http.QuerySpec;
import co.lindero.platform.http.Router;
import co.lindero.platform.http.Routes;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;

/** {@code /plans/{code}/changes}: what a draft changes against the plan in force. */
public final class ChangesRoutes implements Routes {
    private static final Format GEOJSON = new Format("geojson", "application/geo+json");
    private static final int STANDARD = 100;
    private static final int MOST = 1_000;
    private static final QuerySpec QUERY = QuerySpec.none()
            .date("on")
            .text("against", "municipality", "after", "f")
            .whole("limit", 1, MOST)
            .whole("knownAt", 1, Long.MAX_VALUE)
            .whole("againstKnownAt", 1, Long.MAX_VALUE);

    private final ChangesView view;
    private final String defaultMunicipality;

    /**
     * Makes the routes.
     *
     * @param defaultMunicipality code taken where a request names none; empty for none
     */
    public ChangesRoutes(ChangesView view, String defaultMunicipality) {
        this.view = view;
        this.defaultMunicipality = defaultMunicipality;
    }

    @Override
    public void register(Router router) {
        router.get("/plans/{code}/changes", this::changes);
    }

    private void changes(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, GEOJSON, Format.TEXT);
        ChangesQuestion question = new ChangesQuestion(
                query.find("municipality").orElseGet(this::municipality),
                ctx.pathParam("code"),
                query.find("against").orElse(null),
                query.date("on").orElse(null),
                query.whole("knownAt", 1, Long.MAX_VALUE).orElse(null),
                query.whole("againstKnownAt", 1, Long.MAX_VALUE).orElse(null));
        if (format.equals(Format.TEXT)) {
            ctx.contentType(format.contentType()).result(view.text(question, AcceptLanguage.of(ctx)));
            return;
        }
        int limit = query.integer("limit", 1, MOST).orElse(STANDARD);
        String after = query.find("after").orElse(null);
        ObjectNode body =
                format.equals(GEOJSON) ? view.geoJson(question, after, limit) : view.json(question, after, limit);
        String tag = Etags.of(ctx, Json.hash(body), query.canonical(), format.name());
        if (!Etags.notModified(ctx, tag, CachePolicy.REVALIDATE)) {
            ctx.contentType(format.contentType()).result(Json.bytes(body));
        }
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
}
