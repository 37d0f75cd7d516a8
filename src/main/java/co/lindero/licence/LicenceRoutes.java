package co.lindero.licence;

import co.lindero.platform.http.AcceptLanguage;
import co.lindero.platform.http.Bodies;
import co.lindero.platform.http.CachePolicy;
import co.lindero.platform.http.Etags;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Negotiation;
import co.lindero.platform.http.Query;
import co.lindero.platform.http.QuerySpec;
import co.lindero.platform.http.RateLimit;
import co.lindero.platform.http.Router;
import co.lindero.platform.http.Routes;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.publication.KnownAt;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /licence-checks}: make one, get it again unchanged, save it for good. */
public final class LicenceRoutes implements Routes {
    private static final QuerySpec QUERY = QuerySpec.none().text("f");

    private static final QuerySpec HEADROOM =
            QuerySpec.none().date("on").text("knownAt", "plan", "municipality", "crs", "f");

    private final CheckService checks;
    private final HeadroomService headroom;
    private final RateLimit limit;

    /**
     * Makes the routes.
     *
     * @param limit how often one address may ask for a check
     */
    public LicenceRoutes(CheckService checks, HeadroomService headroom, RateLimit limit) {
        this.checks = checks;
        this.headroom = headroom;
        this.limit = limit;
    }

    @Override
    public void register(Router router) {
        router.get("/parcels/{number}/headroom", this::headroom);
        router.post("/licence-checks", this::make);
        router.get("/licence-checks/{id}", this::get);
        router.post("/licence-checks/{id}/save", this::save);
    }

    private void make(Context ctx) {
        limit.require(ctx);
        QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.HTML, Format.TEXT, Format.SVG);
        Language language = AcceptLanguage.of(ctx);
        byte[] answer = checks.make(Bodies.json(ctx), language);
        ctx.header("Cache-Control", "no-store");
        write(ctx, format, answer, language);
    }

    private void get(Context ctx) {
        QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.HTML, Format.TEXT, Format.SVG);
        Language language = AcceptLanguage.of(ctx);
        byte[] answer = checks.get(ctx.pathParam("id"), language);
        ctx.header("Cache-Control", "private, no-cache");
        write(ctx, format, answer, language);
    }

    private void write(Context ctx, Format format, byte[] answer, Language language) {
        ctx.contentType(format.contentType());
        if (format.equals(Format.JSON)) {
            ctx.result(answer);
            return;
        }
        JsonNode tree = Json.read(answer);
        if (format.equals(Format.SVG)) {
            ctx.result(LicencePicture.render(tree, language));
            return;
        }
        List<CheckService.NoteFacts> notes = checks.listNotes(tree.path("id").asText());
        ctx.result(
                format.equals(Format.HTML)
                        ? LicencePage.render(tree, notes, language)
                        : LicenceText.render(tree, notes, language));
    }

    private void headroom(Context ctx) {
        Query query = HEADROOM.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.HTML, Format.TEXT, Format.SVG);
        Language language = AcceptLanguage.of(ctx);
        HeadroomAnswer answer = headroom.answer(
                new HeadroomService.Question(
                        ctx.pathParam("number"),
                        query.find("municipality").orElse(null),
                        query.date("on").orElse(null),
                        query.find("knownAt").map(KnownAt::parse).orElseGet(KnownAt.Newest::new),
                        query.find("plan").orElse(null),
                        query.find("crs").orElse(null)),
                language);
        String tag = Etags.of(ctx, answer.publication(), query.canonical(), answer.on(), format.name());
        if (!Etags.notModified(ctx, tag, CachePolicy.REVALIDATE)) {
            ctx.contentType(format.contentType()).result(headroom(answer, format, language));
        }
    }

    private static byte[] headroom(HeadroomAnswer answer, Format format, Language language) {
        if (format.equals(Format.JSON)) {
            return Json.bytes(answer);
        }
        String text = format.equals(Format.HTML)
                ? HeadroomPage.render(answer, language)
                : format.equals(Format.SVG)
                        ? HeadroomPage.picture(answer, language)
                        : HeadroomText.render(answer, language);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void save(Context ctx) {
        QUERY.read(ctx);
        ctx.contentType(Format.JSON.contentType()).result(Json.bytes(checks.save(ctx.pathParam("id"))));
    }
}
