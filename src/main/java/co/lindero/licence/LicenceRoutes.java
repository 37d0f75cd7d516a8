package co.lindero.licence;

import co.lindero.platform.http.AcceptLanguage;
import co.lindero.platform.http.Bodies;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Negotiation;
import co.lindero.platform.http.QuerySpec;
import co.lindero.platform.http.Router;
import co.lindero.platform.http.Routes;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** {@code /licence-checks}: make one, get it again unchanged, save it for good. */
public final class LicenceRoutes implements Routes {
    private static final QuerySpec QUERY = QuerySpec.none().text("f");

    private final CheckService checks;

    public LicenceRoutes(CheckService checks) {
        this.checks = checks;
    }

    @Override
    public void register(Router router) {
        router.post("/licence-checks", this::make);
        router.get("/licence-checks/{id}", this::get);
        router.post("/licence-checks/{id}/save", this::save);
    }

    private void make(Context ctx) {
        QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.TEXT);
        Language language = AcceptLanguage.of(ctx);
        byte[] answer = checks.make(Bodies.json(ctx), language);
        ctx.header("Cache-Control", "no-store");
        write(ctx, format, answer, language);
    }

    private void get(Context ctx) {
        QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.TEXT);
        Language language = AcceptLanguage.of(ctx);
        byte[] answer = checks.get(ctx.pathParam("id"), language);
        ctx.header("Cache-Control", "private, no-cache");
        write(ctx, format, answer, language);
    }

    private void write(Context ctx, Format format, byte[] answer, Language language) {
        ctx.contentType(format.contentType());
        if (format.equals(Format.TEXT)) {
            var tree = Json.read(new String(answer, StandardCharsets.UTF_8));
            ctx.result(LicenceText.render(tree, checks.listNotes(tree.path("id").asText()), language));
        } else {
            ctx.result(answer);
        }
    }

    private void save(Context ctx) {
        QUERY.read(ctx);
        ctx.contentType(Format.JSON.contentType()).result(Json.bytes(checks.save(ctx.pathParam("id"))));
    }
}
