package co.lindero.ingest.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a workbook. Cells merged downwards hold their value in each row, as the planner sees it; cells merged sideways
 * are refused, since no one can tell which column is meant. Formulas give the result that the workbook keeps.
 */
final class XlsxSheet implements Sheet {
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;

    private final XlsxWorkbook workbook;
    private final String name;
    private final String part;
    private final List<CellNote> notes = new ArrayList<>();
    private final List<XlsxMerge> merges = new ArrayList<>();
    private long formulas;
    private long rowNumber;
    private int headerSeen;

    XlsxSheet(XlsxWorkbook workbook, String name, String part) {
        this.workbook = workbook;
        this.name = name;
        this.part = part;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean separatesByCharacter() {
        return false;
    }

    @Override
    public List<CellNote> notes() {
        List<CellNote> all = new ArrayList<>(notes);
        merges.stream().flatMap(merge -> merge.notes().stream()).forEach(all::add);
        if (formulas > 0) {
            all.add(CellNote.ofSheet(CellNote.Level.INFO, "formulas-read", Map.of("cells", formulas)));
        }
        return all;
    }

    @Override
    public void forEachRow(Consumer<SheetRow> each) throws IOException {
        XmlParts.read(workbook.zip(), part, (element, xml) -> {
            if (element.equals("mergeCell")) {
                merges.add(XlsxMerge.of(XlsxWorkbook.attribute(xml, "ref")));
            }
        });
        XmlParts.read(workbook.zip(), part, (element, xml) -> {
            if (element.equals("row")) {
                each.accept(row(xml));
            }
        });
    }

    private SheetRow row(XMLStreamReader xml) throws XMLStreamException, IOException {
        String stated = XlsxWorkbook.attribute(xml, "r");
        rowNumber = stated.isEmpty() ? rowNumber + 1 : number(stated);
        Map<Integer, String> cells = new HashMap<>();
        int column = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                String reference = XlsxWorkbook.attribute(xml, "r");
                column = reference.isEmpty() ? column + 1 : ColumnNames.position(reference);
                if (column < 0 || column >= MOST_COLUMNS) {
                    throw new BrokenSheet("está dañado: celda " + reference, "is damaged: cell " + reference);
                }
                cells.put(
                        column,
                        cell(xml, ColumnNames.letter(column) + rowNumber).strip());
            }
        }
        boolean header = headerSeen == 0 && cells.values().stream().anyMatch(text -> !text.isEmpty());
        headerSeen += header ? 1 : 0;
        merges.forEach(merge -> merge.fill(rowNumber, cells));
        return new SheetRow(rowNumber, inOrder(cells));
    }

    private long number(String stated) throws BrokenSheet {
        long number = stated.matches("\\d{1,7}") ? Long.parseLong(stated) : 0;
        if (number <= rowNumber || number > MOST_ROWS) {
            throw new BrokenSheet("está dañado: fila " + stated, "is damaged: row " + stated);
        }
        return number;
    }

    private static List<String> inOrder(Map<Integer, String> cells) {
        int width = cells.isEmpty() ? 0 : Collections.max(cells.keySet()) + 1;
        List<String> list = new ArrayList<>(Collections.nCopies(width, ""));
        cells.forEach(list::set);
        return list;
    }

    private String cell(XMLStreamReader xml, String place) throws XMLStreamException, IOException {
        String type = XlsxWorkbook.attribute(xml, "t");
        String style = XlsxWorkbook.attribute(xml, "s");
        String inline = "";
        @Nullable String value = null;
        boolean formula = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = xml.getElementText();
                    case "is" -> inline = XlsxWorkbook.text(xml, "is");
                    case "f" -> formula = true;
                    default -> {}
                }
            }
        }
        if (formula) {
            formulas++;
            if (value == null) {
                return fault("formula-without-value", place, "");
            }
        }
        return type.equals("inlineStr") ? inline : text(type, style, value == null ? "" : value, place);
    }

    private String text(String type, String style, String value, String place) throws BrokenSheet {
        return switch (type) {
            case "s" -> workbook.text(value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1);
            case "e" -> fault("cell-error", place, value);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "str", "d" -> value;
            default -> value.isBlank() ? "" : number(style, value, place);
        };
    }

    private String number(String style, String value, String place) throws BrokenSheet {
        try {
            BigDecimal number = new BigDecimal(value.strip());
            XlsxFormat format = workbook.format(style.matches("\\d{1,6}") ? Integer.parseInt(style) : 0);
            return Math.abs(number.scale()) > 400 ? value : format.text(number, workbook.since1904());
        } catch (NumberFormatException e) {
            throw new BrokenSheet("está dañado: celda " + place, "is damaged: cell " + place);
        }
    }

    private String fault(String code, String place, String value) {
        notes.add(new CellNote(
                CellNote.Level.ERROR, code, headerSeen == 0 ? 0 : rowNumber, Map.of("cell", place, "value", value)));
        return "";
    }
}
