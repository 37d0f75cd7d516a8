package co.lindero.licence;

import co.lindero.platform.problem.Language;
import java.util.List;

/** A page of a licensing officer being written: one look for checks and headrooms, on paper and on small screens too. */
final class Html {
    private static final String STYLE = """
            body{font:16px/1.45 sans-serif;max-width:64rem;margin:1.5rem auto;padding:0 1rem;color:#222}
            h1{font-size:1.4rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:1.6rem 0 .4rem}h3{font-size:1rem;margin:1rem 0 .3rem}
            .id,.hash{color:#555;font-size:.85rem;overflow-wrap:anywhere}
            .verdict{display:inline-block;font-size:1.2rem;font-weight:bold;padding:.3rem .8rem;border:2px solid;margin:.6rem 0}
            .does_not_comply{color:#b71c1c}.not_evaluable{color:#8a4b00}.needs_review{color:#5b4a00}.complies{color:#1b5e20}
            .warning{background:#fff4d6;border-left:4px solid #ffb300;padding:.4rem .7rem;margin:.4rem 0}
            table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}
            th{background:#f4f1ea}td{overflow-wrap:anywhere}td.n{text-align:right;white-space:nowrap}
            .more{color:#555;font-size:.9rem}.note{border-left:3px solid #1565c0;padding-left:.5rem}
            figure{margin:1rem 0}figcaption{font-size:.9rem;color:#555}svg{max-width:100%;height:auto;border:1px solid #ddd}
            @media (max-width:40rem){thead{display:none}tbody tr{display:block;border:1px solid #bbb;margin:0 0 .6rem}
            tbody td,tbody th{display:block;border:0;text-align:left}td.n{text-align:left;white-space:normal}
            td[data-l]::before{content:attr(data-l) ": ";color:#555}td:empty{display:none}}
            @media print{body{max-width:none;margin:0;font-size:11pt}tr,figure{break-inside:avoid}}
            """;

    private final StringBuilder page = new StringBuilder();
    private final Language language;

    /** Begins a page with its title as heading. */
    Html(String title, Language language) {
        this.language = language;
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.pick("es", "en"))
                .append("\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,"
                        + " initial-scale=1\"><title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head>\n<body>\n");
        element("h1", "", title);
    }

    String pick(String es, String en) {
        return language.pick(es, en);
    }

    /** Appends an element with text; a class is left out where it is empty. */
    Html element(String name, String style, String text) {
        open(name, style);
        page.append(escaped(text)).append("</").append(name).append(">\n");
        return this;
    }

    Html open(String name, String style) {
        page.append('<').append(name);
        if (!style.isEmpty()) {
            page.append(" class=\"").append(style).append('"');
        }
        page.append('>');
        return this;
    }

    Html close(String name) {
        page.append("</").append(name).append(">\n");
        return this;
    }

    /** Appends a line of two cells: what, and its value; none where there is no value. */
    void fact(String what, String value) {
        if (!value.isEmpty()) {
            open("tr", "").element("th", "", what).element("td", "", value).close("tr");
        }
    }

    void head(List<String> columns) {
        open("thead", "").open("tr", "");
        columns.forEach(column -> element("th", "", column));
        close("tr").close("thead");
    }

    /** Appends a cell that says its column on small screens. */
    void cell(String style, String column, String text) {
        page.append("<td class=\"")
                .append(style)
                .append("\" data-l=\"")
                .append(escaped(column))
                .append("\">");
        page.append(escaped(text)).append("</td>");
    }

    /** Appends a picture that is SVG of our own making. */
    void picture(String svg, String caption) {
        open("figure", "");
        page.append(svg);
        element("figcaption", "", caption).close("figure");
    }

    String finished() {
        return page.append("</body></html>\n").toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
