package co.lindero.platform.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a page being written: headings, paragraphs, tables of figures, ways to ask otherwise. Everything but {@link #html} is escaped. */
public final class PageBody {
    private final StringBuilder body = new StringBuilder();

    /** A way to ask otherwise. */
    public record Choice(String label, String href, boolean chosen) {}

    /**
     * A cell of a table.
     *
     * @param href address that it leads to; empty for none
     */
    public record Cell(String text, String href) {
        /** Returns a cell that leads nowhere. */
        public static Cell of(String text) {
            return new Cell(text, "");
        }
    }

    /** Returns a text that is safe between tags and in quoted attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * Returns a figure for people; a dash where there is none.
     *
     * @param shift power of ten that it is multiplied by
     */
    public static String scaled(@Nullable BigDecimal value, int shift, int decimals) {
        return value == null
                ? "—"
                : value.scaleByPowerOfTen(shift)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private PageBody element(String open, String text, String close) {
        body.append(open).append(escaped(text)).append(close).append('\n');
        return this;
    }

    /** Appends what a reader must not pass over. */
    public PageBody notice(String text) {
        return element("<p class=\"notice\" role=\"note\">", text, "</p>");
    }

    public PageBody paragraph(String text) {
        return element("<p>", text, "</p>");
    }

    /** Appends what a section says in one line, large. */
    public PageBody headline(String text) {
        return element("<p class=\"headline\">", text, "</p>");
    }

    /**
     * Appends a heading of a section.
     *
     * @param id anchor to lead to
     */
    public PageBody heading(String id, String text) {
        return element("<h2 id=\"" + escaped(id) + "\">", text, "</h2>");
    }

    /** Appends ways to ask otherwise, the one taken without a link. */
    public PageBody choices(String label, List<Choice> choices) {
        body.append("<p class=\"choices\">").append(escaped(label)).append(": ");
        for (Choice choice : choices) {
            body.append(
                    choice.chosen()
                            ? "<strong>" + escaped(choice.label()) + "</strong> "
                            : anchor(new Cell(choice.label(), choice.href())) + " ");
        }
        body.append("</p>\n");
        return this;
    }

    /** Appends a table of texts; the first cell of a row is its heading, the last may be long. */
    public PageBody table(List<String> columns, List<List<Cell>> rows) {
        return table(" class=\"facts\"", columns, rows);
    }

    /** Appends a table of figures, which stand to the right; the first cell of a row is its heading. */
    public PageBody figures(List<String> columns, List<List<Cell>> rows) {
        return table(" class=\"figures\"", columns, rows);
    }

    /** Appends a table of figures whose second column is a text. */
    public PageBody namedFigures(List<String> columns, List<List<Cell>> rows) {
        return table(" class=\"figures named\"", columns, rows);
    }

    private PageBody table(String style, List<String> columns, List<List<Cell>> rows) {
        body.append("<div class=\"scroll\"><table").append(style).append("><thead><tr>");
        columns.forEach(column ->
                body.append("<th scope=\"col\">").append(escaped(column)).append("</th>"));
        body.append("</tr></thead><tbody>\n");
        for (List<Cell> row : rows) {
            body.append("<tr><th scope=\"row\">").append(anchor(row.get(0))).append("</th>");
            row.stream()
                    .skip(1)
                    .forEach(cell -> body.append("<td>").append(anchor(cell)).append("</td>"));
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div>\n");
        return this;
    }

    private static String anchor(Cell cell) {
        return cell.href().isEmpty()
                ? escaped(cell.text())
                : "<a href=\"" + escaped(cell.href()) + "\">" + escaped(cell.text()) + "</a>";
    }

    /** Appends the forms in which the answer can be had. */
    public PageBody forms(String heading, List<QueryLinks.Link> forms) {
        heading("forms", heading);
        body.append("<ul>\n");
        forms.forEach(form -> body.append("<li>")
                .append(anchor(new Cell(form.title(), form.href())))
                .append(" <code>")
                .append(escaped(form.type()))
                .append("</code></li>\n"));
        body.append("</ul>\n");
        return this;
    }

    /** Appends HTML of our own making. */
    public PageBody html(String html) {
        body.append(html);
        return this;
    }

    /** Returns what was written. */
    public String written() {
        return body.toString();
    }
}
