package co.lindero.feature;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes one feature as a page: what each property is and says, line by line, and a small map. */
final class HtmlFeature {
    private final HtmlPage page;
    private final ItemsRequest request;
    private final HtmlValues values;

    HtmlFeature(HtmlPage page, ItemsRequest request) {
        this.page = page;
        this.request = request;
        this.values = new HtmlValues(page.language());
    }

    /** Returns the page of a feature. */
    byte[] write(FeatureRow row) {
        String title = page.title(request.layer()) + ": " + row.id();
        StringBuilder html = new StringBuilder(page.head(title, request.layer()));
        html.append("<table><tbody>\n");
        List<Property> properties = request.properties();
        for (int i = 0; i < properties.size(); i++) {
            html.append("<tr><th>")
                    .append(values.heading(properties.get(i)))
                    .append("</th><td>")
                    .append(values.cell(properties.get(i), row.values()[i]))
                    .append("</td></tr>\n");
        }
        html.append("</tbody></table>\n<p>")
                .append(page.anchor(LayerLinks.path(request.layer().id(), row.id()) + "?f=json", "GeoJSON"))
                .append("</p>\n");
        byte[] wkb = row.wkb();
        if (wkb == null) {
            html.append("<p>")
                    .append(page.language().pick("Sin geometría.", "Without geometry."))
                    .append("</p>\n");
        } else {
            SvgMap map = new SvgMap();
            map.add(wkb);
            html.append(map.svg());
        }
        return html.append(HtmlPage.foot()).toString().getBytes(StandardCharsets.UTF_8);
    }
}
