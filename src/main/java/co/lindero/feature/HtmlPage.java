package co.lindero.feature;

import co.lindero.platform.http.Links;
import co.lindero.platform.http.PageBody;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pages that a person can use: plain HTML with one style sheet of ours; only the map of a collection has a script. */
public final class HtmlPage {
    private final Links links;
    private final Language language;

    private HtmlPage(Links links, Language language) {
        this.links = links;
        this.language = language;
    }

    /** Makes pages with links of a request, in a language. */
    public static HtmlPage of(Links links, Language language) {
        return new HtmlPage(links, language);
    }

    /** Returns a text that is safe between tags and in quoted attributes. */
    public static String escaped(String text) {
        return PageBody.escaped(text);
    }

    /** Returns the language of the page. */
    Language language() {
        return language;
    }

    /** Returns the title of a collection. */
    String title(FeatureLayer layer) {
        return layer.title().in(language);
    }

    /** Returns the whole address of a path. */
    String address(String path) {
        return links.to(path);
    }

    /** Returns the beginning of a page, up to its heading. */
    String head(String title) {
        return head(title, "");
    }

    /** Returns the beginning of a page below a collection, up to its heading. */
    String head(String title, FeatureLayer layer) {
        return head(title, " · " + anchor(LayerLinks.path(layer.id()) + "?f=html", title(layer)));
    }

    private String head(String title, String way) {
        String shown = escaped(title);
        return "<!DOCTYPE html>\n<html lang=\"" + language.pick("es", "en") + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + shown
                + " — Lindero</title><link rel=\"stylesheet\" href=\"" + escaped(links.to("/layers.css"))
                + "\"></head><body><nav><a href=\"" + escaped(links.to("/")) + "\">Lindero</a> · <a href=\""
                + escaped(links.to("/collections") + "?f=html") + "\">" + language.pick("Capas", "Layers")
                + "</a>" + way + "</nav><h1>" + shown + "</h1>\n";
    }

    static String foot() {
        return "</body></html>\n";
    }

    /** Returns a link. */
    public String anchor(String path, String text) {
        return "<a href=\"" + escaped(links.to(path)) + "\">" + escaped(text) + "</a>";
    }

    /** Returns a whole page; the body is HTML. */
    public byte[] page(String title, String body) {
        return (head(title) + body + foot()).getBytes(StandardCharsets.UTF_8);
    }

    byte[] conformance(List<String> classes) {
        StringBuilder body = new StringBuilder("<ul>");
        classes.forEach(name -> body.append("<li>").append(escaped(name)).append("</li>\n"));
        return page(
                language.pick("Normas que se cumplen", "Conformance"),
                body.append("</ul>").toString());
    }

    byte[] collections(LayerScope scope) {
        StringBuilder body = new StringBuilder();
        body.append("<p>")
                .append(escaped(scope.municipality() + " · " + scope.on() + " · "
                        + language.pick("publicación ", "publication ")
                        + scope.known().number()))
                .append("</p><table><tbody>\n");
        for (FeatureLayer layer : scope.layers()) {
            body.append("<tr><td>")
                    .append(anchor(
                            LayerLinks.path(layer.id()) + "?f=html",
                            layer.title().in(language)))
                    .append("</td><td>")
                    .append(escaped(layer.description().in(language)))
                    .append("</td></tr>\n");
        }
        return page(
                language.pick("Capas", "Layers"),
                body.append("</tbody></table>").toString());
    }

    byte[] properties(FeatureLayer layer) {
        StringBuilder body = new StringBuilder("<div class=\"scroll\"><table><tbody>\n");
        for (Property property : layer.properties()) {
            body.append("<tr><th>")
                    .append(escaped(property.name()))
                    .append("</th><td>")
                    .append(property.type().schemaType())
                    .append("</td><td>")
                    .append(escaped(property.title().in(language)))
                    .append("</td></tr>\n");
        }
        body.append("</tbody></table></div>").append(foot());
        return (head(language.pick("Propiedades", "Properties"), layer) + body).getBytes(StandardCharsets.UTF_8);
    }

    byte[] api(ObjectNode document) {
        StringBuilder body = new StringBuilder("<p>");
        body.append(anchor("/api", "OpenAPI 3.0 (JSON)")).append("</p><div class=\"scroll\"><table><tbody>\n");
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    body.append("<tr><th>")
                            .append(operation.getKey().toUpperCase(Locale.ROOT))
                            .append("</th><td><code>")
                            .append(escaped(path.getKey()))
                            .append("</code></td><td>");
                    body.append(escaped(operation.getValue().path("summary").asText()))
                            .append("</td><td>");
                    body.append(escaped(parameters(operation.getValue()))).append("</td></tr>\n");
                }));
        return page("API", body.append("</tbody></table></div>").toString());
    }

    private static String parameters(JsonNode operation) {
        List<String> names = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            String reference = parameter.path("$ref").asText();
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            names.add(name.isEmpty() ? parameter.path("name").asText() : name);
        });
        return String.join(", ", names);
    }
}
