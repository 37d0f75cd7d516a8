package co.lindero.risk;

import co.lindero.landuse.LandUseQuestion;
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
import co.lindero.publication.KnownAt;
import io.javalin.http.Context;

/** {@code /parcels/{number}/risk}: hazard and risk on a parcel as JSON or text. */
public final class RiskRoutes implements Routes {
    private static final QuerySpec QUERY = QuerySpec.none().date("on").text("knownAt", "plan", "municipality", "f");

    private final RiskService risk;

    public RiskRoutes(RiskService risk) {
        this.risk = risk;
    }

    @Override
    public void register(Router router) {
        router.get("/parcels/{number}/risk", this::answer);
    }

    private void answer(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.TEXT);
        RiskAnswer answer = risk.answer(
                new LandUseQuestion(
                        ctx.pathParam("number"),
                        query.find("municipality").orElse(null),
                        query.date("on").orElse(null),
                        query.find("knownAt").map(KnownAt::parse).orElseGet(KnownAt.Newest::new),
                        query.find("plan").orElse(null),
                        false),
                AcceptLanguage.of(ctx));
        boolean pinned = query.find("on").isPresent() && query.find("knownAt").isPresent();
        String tag = Etags.of(ctx, answer.knownAt().publication(), query.canonical(), answer.on(), format.name());
        if (Etags.notModified(ctx, tag, pinned ? CachePolicy.PINNED : CachePolicy.REVALIDATE)) {
            return;
        }
        if (format.equals(Format.TEXT)) {
            ctx.contentType(format.contentType()).result(RiskText.render(answer, AcceptLanguage.of(ctx)));
        } else {
            ctx.contentType(format.contentType()).result(Json.bytes(answer));
        }
    }
}
