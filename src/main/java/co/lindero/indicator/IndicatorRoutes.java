package co.lindero.indicator;

import co.lindero.platform.http.AcceptLanguage;
import co.lindero.platform.http.CachePolicy;
import co.lindero.platform.http.Etags;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Links;
import co.lindero.platform.http.Negotiation;
import co.lindero.platform.http.PageFrame;
import co.lindero.platform.http.Query;
import co.lindero.platform.http.QueryLinks;
import co.lindero.platform.http.QuerySpec;
import co.lindero.platform.http.Router;
import co.lindero.platform.http.Routes;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import io.javalin.http.Context;

/** {@code /plans/{code}/indicators}: indicators of a plan year by year, as JSON, CSV, text or a page. */
public final class IndicatorRoutes implements Routes {
    private static final QuerySpec QUERY = QuerySpec.none()
            .whole("from", IndicatorQuestion.FIRST, IndicatorQuestion.LAST)
            .whole("to", IndicatorQuestion.FIRST, IndicatorQuestion.LAST)
            .date("on")
            .text("knownAt", "municipality", "f");

    private final IndicatorService indicators;
    private final PageFrame frame;
    private final String defaultMunicipality;

    /**
     * Makes the routes.
     *
     * @param frame writes the page around the answer
     * @param defaultMunicipality code taken where a request names none; empty for none
     */
    public IndicatorRoutes(IndicatorService indicators, PageFrame frame, String defaultMunicipality) {
        this.indicators = indicators;
        this.frame = frame;
        this.defaultMunicipality = defaultMunicipality;
    }

    @Override
    public void register(Router router) {
        router.get("/plans/{code}/indicators", this::answer);
    }

    private void answer(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.CSV, Format.TEXT, Format.HTML);
        IndicatorAnswer answer = indicators.answer(
                new IndicatorQuestion(
                        query.find("municipality").orElseGet(this::municipality),
                        ctx.pathParam("code"),
                        query.integer("from", IndicatorQuestion.FIRST, IndicatorQuestion.LAST)
                                .orElse(null),
                        query.integer("to", IndicatorQuestion.FIRST, IndicatorQuestion.LAST)
                                .orElse(null),
                        query.date("on").orElse(null),
                        query.find("knownAt").map(KnownAt::parse).orElseGet(KnownAt.Newest::new)),
                AcceptLanguage.of(ctx));
        String tag = Etags.of(ctx, answer.knownAt().publication(), query.canonical(), answer.on(), format.name());
        boolean pinned = query.find("on").isPresent() && query.find("knownAt").isPresent();
        if (Etags.notModified(ctx, tag, pinned ? CachePolicy.PINNED : CachePolicy.REVALIDATE)) {
            return;
        }
        ctx.contentType(format.contentType());
        if (format.equals(Format.CSV)) {
            ctx.result(IndicatorText.csv(answer));
        } else if (format.equals(Format.TEXT)) {
            ctx.result(IndicatorText.render(answer, AcceptLanguage.of(ctx)));
        } else if (format.equals(Format.HTML)) {
            ctx.result(page(Links.of(ctx), query, answer, AcceptLanguage.of(ctx)));
        } else {
            ctx.result(Json.bytes(answer));
        }
    }

    private byte[] page(Links links, Query query, IndicatorAnswer answer, Language language) {
        String path = "/plans/" + Links.encoded(answer.plan()) + "/indicators";
        return frame.page(
                links,
                language,
                IndicatorPage.title(answer, language),
                IndicatorPage.body(
                        answer,
                        QueryLinks.of(links, path, query.values())
                                .forms(Format.HTML, language, Format.HTML, Format.JSON, Format.CSV, Format.TEXT),
                        language));
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
