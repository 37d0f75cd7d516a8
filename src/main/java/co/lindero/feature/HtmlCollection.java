package co.lindero.feature;

import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a collection as a page: what it holds and from when, whose it is, every form it can be had in, and a map of its
 * tiles in the colours of its style. The map needs no other server; without scripts the rest of the page remains.
 */
final class HtmlCollection {
    private final HtmlPage page;
    private final Language language;
    private final ObjectNode described;

    /**
     * Prepares a page.
     *
     * @param described the collection as clients read it
     */
    HtmlCollection(HtmlPage page, ObjectNode described) {
        this.page = page;
        this.language = page.language();
        this.described = described;
    }

    /** Returns the page. */
    byte[] write(LayerScope scope, FeatureLayer layer) {
        String path = LayerLinks.path(layer.id());
        StringBuilder body = new StringBuilder(page.head(page.title(layer)));
        body.append("<p>").append(text("description")).append("</p>\n");
        if (described.path("demonstration").asBoolean()) {
            body.append("<p class=\"notice\" role=\"note\">")
                    .append(language.pick("Datos sintéticos de demostración.", "Synthetic demonstration data."))
                    .append("</p>\n");
        }
        body.append("<p>")
                .append(page.anchor(
                        kept(path + "/items", "f=html&limit=100"),
                        language.pick("Ver los elementos en una tabla", "See the features in a table")))
                .append(" · ")
                .append(page.anchor(kept(path + "/queryables", "f=html"), language.pick("Propiedades", "Properties")))
                .append("</p>\n");
        facts(body, scope);
        links(body);
        map(body, path);
        return body.append(HtmlPage.foot()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private String text(String member) {
        return HtmlPage.escaped(described.path(member).asText());
    }

    /** Keeps the moment and the municipality that the page was asked for. */
    private String kept(String path, String parameters) {
        String self = described.at("/links/0/href").asText();
        int query = self.indexOf('?');
        return path + "?" + parameters + (query < 0 ? "" : "&" + self.substring(query + 1));
    }

    private void facts(StringBuilder body, LayerScope scope) {
        body.append("<table><tbody>\n");
        fact(body, language.pick("Municipio", "Municipality"), scope.municipality());
        fact(body, language.pick("Día legal", "Legal day"), scope.on().toString());
        fact(
                body,
                language.pick("Publicación", "Publication"),
                Long.toString(scope.known().number()));
        fact(
                body,
                language.pick("Atribución", "Attribution"),
                described.path("attribution").asText());
        List<String> box = new ArrayList<>();
        described.at("/extent/spatial/bbox/0").forEach(side -> box.add(side.asText()));
        if (!box.isEmpty()) {
            fact(
                    body,
                    language.pick("Extensión (oeste, sur, este, norte)", "Extent (west, south, east, north)"),
                    String.join(", ", box));
        }
        List<String> systems = new ArrayList<>();
        described.path("crs").forEach(uri -> systems.add(shortName(uri.asText())));
        fact(body, language.pick("Sistemas de coordenadas", "Coordinate systems"), String.join(", ", systems));
        body.append("</tbody></table>\n");
    }

    private static String shortName(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        return uri.contains("/EPSG/") ? "EPSG:" + name : name;
    }

    private static void fact(StringBuilder body, String name, String value) {
        body.append("<tr><th>")
                .append(HtmlPage.escaped(name))
                .append("</th><td>")
                .append(HtmlPage.escaped(value))
                .append("</td></tr>\n");
    }

    private void links(StringBuilder body) {
        body.append("<h2>")
                .append(language.pick("Formas y enlaces", "Forms and links"))
                .append("</h2>\n<ul>\n");
        for (JsonNode link : described.path("links")) {
            boolean self =
                    List.of("self", "alternate").contains(link.path("rel").asText());
            if (!self) {
                body.append("<li><a href=\"")
                        .append(HtmlPage.escaped(link.path("href").asText()))
                        .append("\">")
                        .append(HtmlPage.escaped(link.path("title").asText()))
                        .append("</a> <code>")
                        .append(HtmlPage.escaped(link.path("type").asText()))
                        .append("</code></li>\n");
            }
        }
        body.append("</ul>\n");
    }

    private void map(StringBuilder body, String path) {
        JsonNode box = described.at("/extent/spatial/bbox/0");
        if (box.isMissingNode()) {
            return;
        }
        String bounds = String.join(
                ",",
                box.get(0).asText(),
                box.get(1).asText(),
                box.get(2).asText(),
                box.get(3).asText());
        body.append("<div class=\"map tiles\" role=\"img\" aria-label=\"")
                .append(HtmlPage.escaped(language.pick("Mapa de la capa", "Map of the layer")))
                .append("\" data-tiles=\"")
                .append(HtmlPage.escaped(page.address(kept(path + "/tiles/WebMercatorQuad/{z}/{y}/{x}", "f=mvt"))))
                .append("\" data-style=\"")
                .append(HtmlPage.escaped(page.address(kept(path + "/styles/default", "f=mapbox"))))
                .append("\" data-bounds=\"")
                .append(bounds)
                .append("\"></div>\n<link rel=\"stylesheet\" href=\"")
                .append(HtmlPage.escaped(page.address("/web/ol.css")))
                .append("\">\n<script src=\"")
                .append(HtmlPage.escaped(page.address("/web/ol.js")))
                .append("\"></script>\n<script src=\"")
                .append(HtmlPage.escaped(page.address("/web/map.js")))
                .append("\"></script>\n");
    }
}
