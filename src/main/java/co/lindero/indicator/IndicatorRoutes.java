package co.lindero.indicator;

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
import io.javalin.http.Context;

/** {@code /plans/{code}/indicators}: indicators of a plan year by year, as JSON, CSV or text. */
public final class IndicatorRoutes implements Routes {
    private static final QuerySpec QUERY = QuerySpec.none()
            .whole("from", IndicatorQuestion.FIRST, IndicatorQuestion.LAST)
            .whole("to", IndicatorQuestion.FIRST, IndicatorQuestion.LAST)
            .date("on")
            .text("knownAt", "municipality", "f");

    private final IndicatorService indicators;
    private final String defaultMunicipality;

    /**
     * Makes the routes.
     *
     * @param defaultMunicipality code taken where a request names none; empty for none
     */
    public IndicatorRoutes(IndicatorService indicators, String defaultMunicipality) {
        this.indicators = indicators;
        this.defaultMunicipality = defaultMunicipality;
    }

    @Override
    public void register(Router router) {
        router.get("/plans/{code}/indicators", this::answer);
    }

    private void answer(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.CSV, Format.TEXT);
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
        } else {
            ctx.result(Json.bytes(answer));
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
