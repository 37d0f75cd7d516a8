package co.lindero.ingest.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An Office Open XML workbook (ECMA-376): its visible sheets, shared texts and the formats of its cells. GDAL reads such
 * files too, but tells neither merged cells nor formulas without result nor the formats, all of which change what a norm
 * says.
 */
final class XlsxWorkbook implements AutoCloseable {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int MOST_TEXTS = 2_000_000;

    private final ZipFile zip;
    private final List<String> texts = new ArrayList<>();
    private final List<XlsxFormat> formats = new ArrayList<>();
    private final List<XlsxSheet> sheets = new ArrayList<>();
    private boolean since1904;

    private XlsxWorkbook(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens a workbook and reads everything but its sheets.
     *
     * @throws BrokenSheet where it is none
     */
    static XlsxWorkbook open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw notOne();
        }
        XlsxWorkbook workbook = new XlsxWorkbook(zip);
        try {
            if (zip.getEntry(WORKBOOK) == null) {
                throw notOne();
            }
            workbook.readTexts();
            workbook.readFormats();
            workbook.readSheets();
            return workbook;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private static BrokenSheet notOne() {
        return new BrokenSheet(
                "no es un libro de Excel (.xlsx), o está protegido con contraseña",
                "is no Excel workbook (.xlsx), or is protected by a password");
    }

    List<XlsxSheet> sheets() {
        return List.copyOf(sheets);
    }

    ZipFile zip() {
        return zip;
    }

    String text(int index) throws BrokenSheet {
        if (index < 0 || index >= texts.size()) {
            throw new BrokenSheet("está dañado: faltan textos", "is damaged: texts are missing");
        }
        return texts.get(index);
    }

    XlsxFormat format(int index) {
        return index >= 0 && index < formats.size() ? formats.get(index) : XlsxFormat.PLAIN;
    }

    boolean since1904() {
        return since1904;
    }

    private void readTexts() throws IOException {
        XmlParts.read(zip, "xl/sharedStrings.xml", (name, xml) -> {
            if (name.equals("si")) {
                if (texts.size() >= MOST_TEXTS) {
                    throw new BrokenSheet("tiene demasiados textos", "has too many texts");
                }
                texts.add(text(xml, "si"));
            }
        });
    }

    /** The text of an element that holds runs of it, without the reading aids of East Asian scripts. */
    static String text(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean aid = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                aid |= xml.getLocalName().equals("rPh");
                if (xml.getLocalName().equals("t") && !aid) {
                    text.append(xml.getElementText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals(end)) {
                    break;
                }
                aid &= !xml.getLocalName().equals("rPh");
            }
        }
        return text.toString();
    }

    private void readFormats() throws IOException {
        Map<String, String> own = new HashMap<>();
        boolean[] inCells = {false};
        XmlParts.read(zip, "xl/styles.xml", (name, xml) -> {
            switch (name) {
                case "numFmt" -> own.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
                case "cellXfs" -> inCells[0] = true;
                case "cellStyles", "cellStyleXfs", "dxfs" -> inCells[0] = false;
                case "xf" -> {
                    if (inCells[0]) {
                        formats.add(XlsxFormat.of(attribute(xml, "numFmtId"), own));
                    }
                }
                default -> {}
            }
        });
    }

    private void readSheets() throws IOException {
        Map<String, String> targets = new HashMap<>();
        XmlParts.read(zip, "xl/_rels/workbook.xml.rels", (name, xml) -> {
            if (name.equals("Relationship")) {
                targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
            }
        });
        XmlParts.read(zip, WORKBOOK, (name, xml) -> {
            if (name.equals("workbookPr")) {
                since1904 = List.of("1", "true").contains(attribute(xml, "date1904"));
            } else if (name.equals("sheet")
                    && !attribute(xml, "state")
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains("hidden")) {
                String target = targets.getOrDefault(attribute(xml, "id"), "");
                String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                sheets.add(new XlsxSheet(this, attribute(xml, "name"), part));
            }
        });
    }

    /** The value of an attribute whatever its namespace; empty where there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
