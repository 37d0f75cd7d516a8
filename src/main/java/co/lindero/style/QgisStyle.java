package co.lindero.style;

import co.lindero.platform.problem.Language;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Renders styles as QGIS reads them (QML, as QGIS 3.22 and newer write it): a symbol for each value. */
public final class QgisStyle {
    private static final double MM_PER_PX = 0.264583;

    private QgisStyle() {}

    /** Returns the document, UTF-8. */
    public static byte[] render(LayerStyle style, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeDTD("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
            xml.writeStartElement("qgis");
            xml.writeAttribute("version", "3.22.0");
            xml.writeAttribute("styleCategories", "Symbology");
            writeRenderer(xml, style, language);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void writeRenderer(XMLStreamWriter xml, LayerStyle style, Language language)
            throws XMLStreamException {
        xml.writeStartElement("renderer-v2");
        if (style.property() == null) {
            xml.writeAttribute("type", "singleSymbol");
        } else {
            xml.writeAttribute("type", "categorizedSymbol");
            xml.writeAttribute("attr", style.property());
            writeCategories(xml, style.symbols(), language);
        }
        xml.writeStartElement("symbols");
        for (int i = 0; i < style.symbols().size(); i++) {
            writeSymbol(xml, style.shape(), style.symbols().get(i), i);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void writeCategories(XMLStreamWriter xml, List<Symbol> symbols, Language language)
            throws XMLStreamException {
        xml.writeStartElement("categories");
        for (int i = 0; i < symbols.size(); i++) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("symbol", Integer.toString(i));
            xml.writeAttribute("value", String.valueOf(symbols.get(i).value()));
            xml.writeAttribute("label", symbols.get(i).label().in(language));
            xml.writeAttribute("render", "true");
        }
        xml.writeEndElement();
    }

    private static void writeSymbol(XMLStreamWriter xml, LayerStyle.Shape shape, Symbol symbol, int name)
            throws XMLStreamException {
        xml.writeStartElement("symbol");
        xml.writeAttribute(
                "type",
                switch (shape) {
                    case POINT -> "marker";
                    case LINE -> "line";
                    case POLYGON -> "fill";
                });
        xml.writeAttribute("name", Integer.toString(name));
        xml.writeAttribute("alpha", "1");
        xml.writeStartElement("layer");
        xml.writeAttribute(
                "class",
                switch (shape) {
                    case POINT -> "SimpleMarker";
                    case LINE -> "SimpleLine";
                    case POLYGON -> "SimpleFill";
                });
        xml.writeAttribute("enabled", "1");
        xml.writeAttribute("pass", "0");
        xml.writeAttribute("locked", "0");
        xml.writeStartElement("Option");
        xml.writeAttribute("type", "Map");
        writeOptions(xml, shape, symbol);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void writeOptions(XMLStreamWriter xml, LayerStyle.Shape shape, Symbol symbol)
            throws XMLStreamException {
        String width = String.format(Locale.ROOT, "%.2f", symbol.widthPx() * MM_PER_PX);
        String stroke = Colours.forQgis(symbol.stroke(), 1);
        String fill = Colours.forQgis(symbol.fill() == null ? symbol.stroke() : symbol.fill(), symbol.opacity());
        if (shape == LayerStyle.Shape.LINE) {
            option(xml, "line_color", stroke);
            option(xml, "line_width", width);
            option(xml, "line_width_unit", "MM");
            option(xml, "use_custom_dash", symbol.dash().isEmpty() ? "0" : "1");
            option(xml, "customdash", dashes(symbol));
            option(xml, "customdash_unit", "MM");
            return;
        }
        option(xml, "color", fill);
        option(xml, "outline_color", stroke);
        option(xml, "outline_width", width);
        option(xml, "outline_width_unit", "MM");
        option(xml, "outline_style", symbol.dash().isEmpty() ? "solid" : "dash");
        option(xml, "style", symbol.fill() == null ? "no" : "solid");
        if (shape == LayerStyle.Shape.POINT) {
            option(xml, "name", "circle");
            option(xml, "size", "2.6");
            option(xml, "size_unit", "MM");
        }
    }

    private static String dashes(Symbol symbol) {
        return symbol.dash().isEmpty()
                ? "5;2"
                : symbol.dash().stream()
                        .map(px -> String.format(Locale.ROOT, "%.2f", px * MM_PER_PX))
                        .collect(Collectors.joining(";"));
    }

    private static void option(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("Option");
        xml.writeAttribute("type", "QString");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", value);
    }
}
