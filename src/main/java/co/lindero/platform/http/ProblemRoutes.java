package co.lindero.platform.http;

import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /problems} and {@code /problems/{code}}: where the {@code type} of every problem document leads. */
final class ProblemRoutes implements Routes {
    private static final QuerySpec QUERY = QuerySpec.none().text("f");
    private final ErrorCatalogue catalogue;

    ProblemRoutes(ErrorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void register(Router router) {
        router.get("/problems", this::list).get("/problems/{code}", this::get);
    }

    private void list(Context ctx) {
        QUERY.read(ctx);
        List<Map<String, Object>> all = Arrays.stream(ProblemType.values())
                .map(type -> entry(ctx, type))
                .toList();
        answer(ctx, Map.of("problems", all), all);
    }

    private void get(Context ctx) {
        QUERY.read(ctx);
        String code = ctx.pathParam("code");
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "No hay un problema con ese código.",
                        "There is no problem of that code."));
        Map<String, Object> entry = entry(ctx, type);
        answer(ctx, entry, List.of(entry));
    }

    private Map<String, Object> entry(Context ctx, ProblemType type) {
        Language language = AcceptLanguage.of(ctx);
        ErrorCatalogue.Entry text = catalogue.get(type);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", Links.of(ctx).to("/problems/" + type.code()));
        entry.put("code", type.code());
        entry.put("status", type.status());
        entry.put("title", type.title(language));
        entry.put("meaning", text.meaning(language));
        entry.put("remedy", language == Language.EN ? null : text.remedy());
        return entry;
    }

    private static void answer(Context ctx, Object json, List<Map<String, Object>> entries) {
        Format format = Negotiation.choose(ctx, Format.JSON, Format.HTML);
        if (format.equals(Format.HTML)) {
            ctx.contentType(format.contentType()).result(html(Links.of(ctx), AcceptLanguage.of(ctx), entries));
        } else {
            ctx.json(json);
        }
    }

    private static String html(Links links, Language language, List<Map<String, Object>> entries) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(language.pick("es", "en"))
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<link rel=\"stylesheet\" href=\"")
                .append(links.to("/layers.css"))
                .append("\"><title>Lindero: ")
                .append(entries.size() == 1 ? escaped(entries.get(0), "title") : language.pick("errores", "errors"))
                .append("</title></head><body><nav><a href=\"")
                .append(links.to("/?f=html"))
                .append("\">Lindero</a> · <a href=\"")
                .append(links.to("/problems?f=html"))
                .append("\">")
                .append(language.pick("Errores", "Errors"))
                .append("</a></nav>\n");
        for (Map<String, Object> entry : entries) {
            page.append("<h2>").append(escaped(entry, "title")).append("</h2>\n<p><code>");
            page.append(escaped(entry, "code")).append("</code>, HTTP ").append(escaped(entry, "status"));
            page.append("</p>\n<p>").append(marked(entry, "meaning")).append("</p>\n");
            if (entry.get("remedy") != null) {
                page.append("<p>").append(marked(entry, "remedy")).append("</p>\n");
            }
        }
        return page.append("</body></html>\n").toString();
    }

    /** Words between backticks are code. */
    private static String marked(Map<String, Object> entry, String name) {
        return escaped(entry, name).replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    private static String escaped(Map<String, Object> entry, String name) {
        return String.valueOf(entry.get(name))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
