package co.lindero.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an XLSX workbook cell by cell, as Excel does or as it should not. Styles: 1 a day, 2 a percentage. */
final class Workbook {
    static final int DAY = 1;
    static final int PERCENT = 2;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private final Map<String, StringBuilder> sheets = new LinkedHashMap<>();
    private final Map<String, List<String>> merges = new LinkedHashMap<>();
    private final List<String> hidden = new ArrayList<>();
    private String sheet = "";

    Workbook sheet(String name) {
        sheet = name;
        sheets.put(name, new StringBuilder());
        merges.put(name, new ArrayList<>());
        return this;
    }

    Workbook hide() {
        hidden.add(sheet);
        return this;
    }

    /** A row of texts; one that begins with {@code <c} is the XML of the cell itself, in which # is its place. */
    Workbook row(int number, String... cells) {
        StringBuilder xml = sheets.get(sheet).append("<row r=\"").append(number).append("\">");
        for (int i = 0; i < cells.length; i++) {
            String place = (char) ('A' + i) + Integer.toString(number);
            if (cells[i].startsWith("<c ")) {
                xml.append(cells[i].replace("\"#\"", "\"" + place + "\""));
            } else if (!cells[i].isEmpty()) {
                xml.append("<c r=\"")
                        .append(place)
                        .append("\" t=\"inlineStr\"><is><t>")
                        .append(cells[i].replace("&", "&amp;").replace("<", "&lt;"))
                        .append("</t></is></c>");
            }
        }
        xml.append("</row>");
        return this;
    }

    Workbook merge(String range) {
        merges.get(sheet).add(range);
        return this;
    }

    static String number(String value) {
        return "<c r=\"#\"><v>" + value + "</v></c>";
    }

    static String styled(String value, int style) {
        return "<c r=\"#\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    Path write(Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            StringBuilder list = new StringBuilder();
            StringBuilder relations = new StringBuilder();
            int n = 0;
            for (String name : sheets.keySet()) {
                n++;
                list.append("<sheet name=\"" + name + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\""
                        + (hidden.contains(name) ? " state=\"hidden\"" : "") + "/>");
                relations.append(
                        "<Relationship Id=\"rId" + n + "\" Type=\"x\" Target=\"worksheets/sheet" + n + ".xml\"/>");
                add(zip, "xl/worksheets/sheet" + n + ".xml", sheetXml(name));
            }
            add(
                    zip,
                    "xl/workbook.xml",
                    HEAD + "<workbook" + MAIN
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + list + "</sheets></workbook>");
            add(zip, "xl/_rels/workbook.xml.rels", HEAD + "<Relationships>" + relations + "</Relationships>");
            add(
                    zip,
                    "xl/styles.xml",
                    HEAD + "<styleSheet" + MAIN
                            + "><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd\\/mm\\/yyyy\"/></numFmts>"
                            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private String sheetXml(String name) {
        StringBuilder merged = new StringBuilder();
        merges.get(name).forEach(range -> merged.append("<mergeCell ref=\"" + range + "\"/>"));
        return HEAD + "<worksheet" + MAIN + "><sheetData>" + sheets.get(name) + "</sheetData>"
                + (merged.isEmpty() ? "" : "<mergeCells>" + merged + "</mergeCells>") + "</worksheet>";
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
