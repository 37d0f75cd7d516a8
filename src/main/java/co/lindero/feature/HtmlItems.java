package co.lindero.feature;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Writes a list of features as a page: a table, a small map that is drawn here, and the way to the next page. */
final class HtmlItems implements ItemsWriter {
    private final OutputStream out;
    private final ItemsRequest request;
    private final HtmlPage page;
    private final GeoJsonItems.Envelope envelope;
    private final SvgMap map = new SvgMap();

    HtmlItems(OutputStream out, ItemsRequest request, HtmlPage page, GeoJsonItems.Envelope envelope) {
        this.out = out;
        this.request = request;
        this.page = page;
        this.envelope = envelope;
    }

    private void write(String html) throws IOException {
        out.write(html.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void begin() throws IOException {
        StringBuilder head =
                new StringBuilder(page.head(request.layer().title().es())).append("<table><thead><tr><th>id</th>");
        for (Property property : request.properties()) {
            head.append("<th>").append(HtmlPage.escaped(property.name())).append("</th>");
        }
        write(head.append("</tr></thead><tbody>\n").toString());
    }

    @Override
    public void row(FeatureRow row) throws IOException {
        StringBuilder html = new StringBuilder("<tr><td>");
        html.append(page.anchor(LayerLinks.path(request.layer().id(), row.id()) + "?f=html", row.id()));
        html.append("</td>");
        for (Object value : row.values()) {
            html.append("<td>")
                    .append(value == null ? "" : HtmlPage.escaped(value.toString()))
                    .append("</td>");
        }
        write(html.append("</tr>\n").toString());
        byte[] wkb = row.wkb();
        if (wkb != null) {
            map.add(wkb);
        }
    }

    @Override
    public void end(PageSink page, OptionalLong matched) throws IOException {
        LayerLinks links = envelope.links();
        StringBuilder html = new StringBuilder("</tbody></table>\n<p>");
        html.append(page.returned());
        matched.ifPresent(number -> html.append(" / ").append(number));
        if (page.more() && links != null) {
            String next = links.to(
                    LayerLinks.path(request.layer().id()) + "/items",
                    GeoJsonItems.next(request, envelope.parameters(), page));
            html.append(" · <a rel=\"next\" href=\"")
                    .append(HtmlPage.escaped(next))
                    .append("\">→</a>");
        }
        write(html.append("</p>\n").append(map.svg()).append(HtmlPage.foot()).toString());
    }
}
