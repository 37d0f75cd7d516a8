package co.lindero.app;

import co.lindero.ingest.source.ProjectTargets;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the empty spreadsheet of a bank of projects: CSV, or XLSX whose columns are text, so that a spreadsheet does not take
 * digits off a BPIN or turn a date round.
 */
final class TemplateSheet {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private TemplateSheet() {}

    /**
     * Writes a new file.
     *
     * @throws Problem where it is there already or cannot be written
     */
    static void write(Path file) {
        boolean csv =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            if (csv) {
                out.write((String.join(";", ProjectTargets.names()) + "\n").getBytes(StandardCharsets.UTF_8));
            } else {
                workbook(out);
            }
        } catch (IOException e) {
            throw Problem.of(
                            ProblemType.ENVIRONMENT,
                            "No se puede escribir «" + file + "»: ya existe, o falta la carpeta o el permiso",
                            "\"" + file
                                    + "\" cannot be written: it is there already, or folder or permission is missing",
                            e)
                    .hint("Diga otro archivo con --out.", "Name another file with --out.");
        }
    }

    private static void workbook(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + type("/xl/workbook.xml", "sheet.main") + type("/xl/worksheets/sheet1.xml", "worksheet")
                            + type("/xl/styles.xml", "styles") + "</Types>");
            entry(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"proyectos\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml")));
            // number format 49 is text
            entry(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font/></fonts>"
                            + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
                            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/>"
                            + "<xf numFmtId=\"49\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            entry(zip, "xl/worksheets/sheet1.xml", sheet(ProjectTargets.names()));
        }
    }

    private static String sheet(List<String> columns) {
        StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><cols><col min=\"1\" max=\""
                + columns.size() + "\" width=\"18\" style=\"1\" customWidth=\"1\"/></cols><sheetData><row r=\"1\">");
        columns.forEach(column -> sheet.append("<c s=\"1\" t=\"inlineStr\"><is><t>")
                .append(column)
                .append("</t></is></c>"));
        return sheet.append("</row></sheetData></worksheet>").toString();
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }

    private static String relations(String content) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + content + "</Relationships>";
    }

    private static String relation(int id, String kind, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
