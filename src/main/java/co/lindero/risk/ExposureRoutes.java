package co.lindero.risk;

import co.lindero.platform.http.AcceptLanguage;
import co.lindero.platform.http.CachePolicy;
import co.lindero.platform.http.Etags;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Links;
import co.lindero.platform.http.Negotiation;
import co.lindero.platform.http.PageFrame;
import co.lindero.platform.http.Query;
import co.lindero.platform.http.QuerySpec;
import co.lindero.platform.http.Router;
import co.lindero.platform.http.Routes;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.risk.ExposureService.Outlines;
import io.javalin.http.Context;

/** {@code /exposure}: who and what lies in the levels of a theme, as JSON, CSV, a map layer or a page. */
public final class ExposureRoutes implements Routes {
    static final Format MAP = new Format("geojson", "application/geo+json");
    private static final QuerySpec QUERY = QuerySpec.none()
            .required("theme")
            .text("level", "knownAt", "plan", "municipality", "f")
            .oneOf("by", ExposureQuestion.GROUPINGS)
            .date("on");

    private final ExposureService exposure;
    private final PageFrame frame;
    private final String defaultMunicipality;

    /**
     * Makes the routes.
     *
     * @param frame writes the page around the answer
     * @param defaultMunicipality code taken where a request names none; empty for none
     */
    public ExposureRoutes(ExposureService exposure, PageFrame frame, String defaultMunicipality) {
        this.exposure = exposure;
        this.frame = frame;
        this.defaultMunicipality = defaultMunicipality;
    }

    @Override
    public void register(Router router) {
        router.get("/exposure", this::answer);
    }

    private void answer(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, MAP, Format.CSV, Format.TEXT, Format.HTML);
        boolean drawn = format.equals(MAP) || format.equals(Format.HTML);
        Language language = AcceptLanguage.of(ctx);
        ExposureService.Mapped mapped =
                exposure.answer(question(query), drawn ? Outlines.WITH : Outlines.WITHOUT, language);
        ExposureAnswer answer = mapped.answer();
        String tag = Etags.of(ctx, answer.knownAt().publication(), query.canonical(), answer.on(), format.name());
        boolean pinned = query.find("on").isPresent() && query.find("knownAt").isPresent();
        if (Etags.notModified(ctx, tag, pinned ? CachePolicy.PINNED : CachePolicy.REVALIDATE)) {
            return;
        }
        ctx.contentType(format.contentType());
        ExposureLinks links = new ExposureLinks(Links.of(ctx), query.values(), language);
        if (format.equals(Format.CSV)) {
            ctx.result(ExposureCsv.render(answer));
        } else if (format.equals(Format.TEXT)) {
            ctx.result(ExposureText.render(answer, language));
        } else if (format.equals(Format.HTML)) {
            ctx.result(frame.page(
                    Links.of(ctx),
                    language,
                    ExposurePage.title(answer, language),
                    ExposurePage.body(mapped, links.ways(answer), language)));
        } else {
            ctx.result(Json.bytes(format.equals(MAP) ? ExposureMap.render(mapped, links.forms(MAP)) : answer));
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
