package co.lindero.followup;

import co.lindero.followup.FollowUpService.State;
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

/** {@code /licences/follow-up}: how the plan is followed, as JSON, text, a page, or one section of it as CSV. */
public final class FollowUpRoutes implements Routes {
    private static final String PATH = "/licences/follow-up";
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_CHECKS = 1_000;
    private static final QuerySpec QUERY = QuerySpec.none()
            .text("theme", "draft", "after", "knownAt", "municipality", "f")
            .oneOf("section", FollowUpQuestion.SECTIONS)
            .whole("withinDays", 0, MOST_DAYS)
            .whole("limit", 1, FollowUpQuestion.MOST)
            .whole("checks", 1, MOST_CHECKS)
            .date("on");

    private final FollowUpService followUp;
    private final PageFrame frame;
    private final String defaultMunicipality;

    /**
     * Makes the routes.
     *
     * @param frame writes the page around the answer
     * @param defaultMunicipality code taken where a request names none; empty for none
     */
    public FollowUpRoutes(FollowUpService followUp, PageFrame frame, String defaultMunicipality) {
        this.followUp = followUp;
        this.frame = frame;
        this.defaultMunicipality = defaultMunicipality;
    }

    @Override
    public void register(Router router) {
        router.get(PATH, this::answer);
    }

    private void answer(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, Format.CSV, Format.TEXT, Format.HTML);
        if (format.equals(Format.CSV)) {
            query.get("section");
        }
        FollowUpQuestion asked = question(query, new KnownAt.Newest());
        State state = followUp.state(asked);
        String tag = Etags.of(ctx, state.known().number(), query.canonical(), state.on(), format.name());
        boolean pinned = query.find("on").isPresent() && query.find("knownAt").isPresent();
        if (Etags.notModified(ctx, tag, pinned ? CachePolicy.PINNED : CachePolicy.REVALIDATE)) {
            return;
        }
        Language language = AcceptLanguage.of(ctx);
        FollowUpAnswer answer = followUp.answer(
                question(query, new KnownAt.Numbered(state.known().number())), language);
        ctx.contentType(format.contentType());
        if (format.equals(Format.CSV)) {
            ctx.result(FollowUpCsv.render(answer));
        } else if (format.equals(Format.TEXT)) {
            ctx.result(FollowUpText.render(answer, language));
        } else if (format.equals(Format.HTML)) {
            ctx.result(page(Links.of(ctx), query, answer, language));
        } else {
            ctx.result(Json.bytes(answer));
        }
    }

    private byte[] page(Links links, Query query, FollowUpAnswer answer, Language language) {
        QueryLinks asked = QueryLinks.of(links, PATH, query.values());
        String section = query.find("section").orElse(null);
        // a table is one section
        Format[] formats = section == null
                ? new Format[] {Format.HTML, Format.JSON, Format.TEXT}
                : new Format[] {Format.HTML, Format.JSON, Format.CSV, Format.TEXT};
        return frame.page(
                links,
                language,
                FollowUpPage.title(language),
                FollowUpPage.body(
                        answer,
                        new FollowUpPage.Ways(links, asked, section, asked.forms(Format.HTML, language, formats)),
                        language));
    }

    /** The state once found, the answer is of that and no later one: the tag speaks of it. */
    private FollowUpQuestion question(Query query, KnownAt otherwise) {
        KnownAt known = otherwise instanceof KnownAt.Numbered
                ? otherwise
                : query.find("knownAt").map(KnownAt::parse).orElse(otherwise);
        return new FollowUpQuestion(
                query.find("municipality").orElseGet(this::municipality),
                query.find("section").orElse(null),
                query.find("theme").orElse(FollowUpQuestion.THEME),
                query.find("draft").orElse(null),
                query.integer("withinDays", 0, MOST_DAYS).orElse(FollowUpQuestion.WITHIN_DAYS),
                query.integer("limit", 1, FollowUpQuestion.MOST).orElse(FollowUpQuestion.LIMIT),
                query.integer("checks", 1, MOST_CHECKS).orElse(FollowUpQuestion.CHECKS),
                query.find("after").orElse(""),
                query.date("on").orElse(null),
                known);
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
