package co.lindero.activity;

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
import java.math.BigDecimal;

/** {@code /parcels/{number}/uses}: may this activity be here? */
public final class UsesRoutes implements Routes {
    private static final BigDecimal MOST_M2 = new BigDecimal("100000000");
    private static final QuerySpec QUERY = QuerySpec.none()
            .date("on")
            .text("ciiu", "category", "knownAt", "plan", "municipality", "f")
            .decimal("area", BigDecimal.ZERO, MOST_M2);

    private final UsesService uses;

    public UsesRoutes(UsesService uses) {
        this.uses = uses;
    }

    @Override
    public void register(Router router) {
        router.get("/parcels/{number}/uses", this::answer);
    }

    private void answer(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.TEXT);
        UsesQuestion question = new UsesQuestion(
                new LandUseQuestion(
                        ctx.pathParam("number"),
                        query.find("municipality").orElse(null),
                        query.date("on").orElse(null),
                        query.find("knownAt").map(KnownAt::parse).orElseGet(KnownAt.Newest::new),
                        query.find("plan").orElse(null),
                        false),
                query.find("ciiu").orElse(null),
                query.find("category").orElse(null),
                query.decimal("area", BigDecimal.ZERO, MOST_M2).orElse(null));
        UsesAnswer answer = uses.answer(question, AcceptLanguage.of(ctx));
        boolean pinned = query.find("on").isPresent() && query.find("knownAt").isPresent();
        String tag = Etags.of(ctx, answer.knownAt().publication(), query.canonical(), answer.on(), format.name());
        if (Etags.notModified(ctx, tag, pinned ? CachePolicy.PINNED : CachePolicy.REVALIDATE)) {
            return;
        }
        if (format.equals(Format.TEXT)) {
            ctx.contentType(format.contentType()).result(UsesText.render(answer, AcceptLanguage.of(ctx)));
        } else {
            ctx.contentType(format.contentType()).result(Json.bytes(answer));
        }
    }
}
