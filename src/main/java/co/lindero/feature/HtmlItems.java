package co.lindero.feature;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/** Writes a list of features as a page: a table, a small map that is drawn here, and the way to the next page. */
final class HtmlItems implements ItemsWriter {
    private final OutputStream out;
    private final ItemsRequest request;
    private final HtmlPage page;
    private final GeoJsonItems.Envelope envelope;
    private final HtmlValues values;
    private final SvgMap map = new SvgMap();

    HtmlItems(OutputStream out, ItemsRequest request, HtmlPage page, GeoJsonItems.Envelope envelope) {
        this.out = out;
        this.request = request;
        this.page = page;
        this.envelope = envelope;
        this.values = new HtmlValues(page.language());
    }

    private void write(String html) throws IOException {
        out.write(html.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void begin() throws IOException {
        StringBuilder head = new StringBuilder(page.head(page.title(request.layer()), request.layer()));
        head.append("<div class=\"scroll\"><table><thead><tr><th>id</th>");
        for (Property property : request.properties()) {
            head.append("<th>").append(values.heading(property)).append("</th>");
        }
        write(head.append("</tr></thead><tbody>\n").toString());
    }

    @Override
    public void row(FeatureRow row) throws IOException {
        StringBuilder html = new StringBuilder("<tr><td>");
        html.append(page.anchor(LayerLinks.path(request.layer().id(), row.id()) + "?f=html", row.id()));
        html.append("</td>");
        List<Property> properties = request.properties();
        for (int i = 0; i < properties.size(); i++) {
            html.append("<td>")
                    .append(values.cell(properties.get(i), row.values()[i]))
                    .append("</td>");
        }
        write(html.append("</tr>\n").toString());
        byte[] wkb = row.wkb();
        if (wkb != null) {
            map.add(wkb);
        }
    }

    @Override
    public void end(PageSink sink, OptionalLong matched) throws IOException {
        LayerLinks links = envelope.links();
        String of = page.language().pick(" de ", " of ");
        StringBuilder html = new StringBuilder("</tbody></table></div>\n<p>");
        html.append(sink.returned());
        matched.ifPresent(number -> html.append(of).append(number));
        if (sink.more() && links != null) {
            String next = links.to(
                    LayerLinks.path(request.layer().id()) + "/items",
                    GeoJsonItems.next(request, envelope.parameters(), sink));
            html.append(" · <a rel=\"next\" href=\"")
                    .append(HtmlPage.escaped(next))
                    .append("\">")
                    .append(page.language().pick("Siguientes →", "Next →"))
                    .append("</a>");
        }
        write(html.append("</p>\n").append(map.svg()).append(HtmlPage.foot()).toString());
    }
}
