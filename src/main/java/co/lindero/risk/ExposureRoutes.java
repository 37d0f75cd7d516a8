package co.lindero.risk;

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
import co.lindero.publication.KnownAt;
import co.lindero.risk.ExposureService.Outlines;
import io.javalin.http.Context;

/** {@code /exposure}: who and what lies in the levels of a theme, as JSON, CSV or a map layer. */
public final class ExposureRoutes implements Routes {
    private static final Format MAP = new Format("geojson", "application/geo+json");
    private static final QuerySpec QUERY = QuerySpec.none()
            .required("theme")
            .text("level", "knownAt", "plan", "municipality", "f")
            .oneOf("by", ExposureQuestion.GROUPINGS)
            .date("on");

    private final ExposureService exposure;
    private final String defaultMunicipality;

    /**
     * Makes the routes.
     *
     * @param defaultMunicipality code taken where a request names none; empty for none
     */
    public ExposureRoutes(ExposureService exposure, String defaultMunicipality) {
        this.exposure = exposure;
        this.defaultMunicipality = defaultMunicipality;
    }

    @Override
    public void register(Router router) {
        router.get("/exposure", this::answer);
    }

    private void answer(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, MAP, Format.CSV, Format.TEXT);
        ExposureService.Mapped mapped = exposure.answer(
                question(query), format.equals(MAP) ? Outlines.WITH : Outlines.WITHOUT, AcceptLanguage.of(ctx));
        ExposureAnswer answer = mapped.answer();
        String tag = Etags.of(ctx, answer.knownAt().publication(), query.canonical(), answer.on(), format.name());
        boolean pinned = query.find("on").isPresent() && query.find("knownAt").isPresent();
        if (Etags.notModified(ctx, tag, pinned ? CachePolicy.PINNED : CachePolicy.REVALIDATE)) {
            return;
        }
        ctx.contentType(format.contentType());
        if (format.equals(Format.CSV)) {
            ctx.result(ExposureCsv.render(answer));
        } else if (format.equals(Format.TEXT)) {
            ctx.result(ExposureText.render(answer, AcceptLanguage.of(ctx)));
        } else {
            ctx.result(Json.bytes(format.equals(MAP) ? ExposureMap.render(mapped) : answer));
        }
    }

    private ExposureQuestion question(Query query) {
        return new ExposureQuestion(
                query.find("municipality").orElseGet(this::municipality),
                query.get("theme"),
                query.find("level").map(RiskLevel::get).orElse(null),
                query.find("by").orElse("corregimiento"),
                query.find("plan").orElse(null),
                query.date("on").orElse(null),
                query.find("knownAt").map(KnownAt::parse).orElseGet(KnownAt.Newest::new));
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
