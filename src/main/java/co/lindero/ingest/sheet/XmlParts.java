package co.lindero.ingest.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The XML parts of a workbook, without document types and entities, and none longer than a limit however well it was packed.
 */
final class XmlParts {
    private static final long LONGEST = 200L << 20;
    private static final XMLInputFactory FACTORY = factory();

    private XmlParts() {}

    /** What is done at the beginning of an element. */
    interface OnElement {
        void accept(String name, XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * Reads a part from its beginning to its end; one that does not exist has no elements.
     *
     * @throws BrokenSheet where it is no XML or too long
     */
    static void read(ZipFile zip, String part, OnElement each) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        try (InputStream in = new Limited(zip.getInputStream(entry))) {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    each.accept(xml.getLocalName(), xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new BrokenSheet(
                    "está dañado por dentro: " + part + " no es XML válido",
                    "is damaged inside: " + part + " is not valid XML");
        }
    }

    /** Refuses to go on beyond the limit. */
    private static final class Limited extends FilterInputStream {
        private long left = LONGEST;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws BrokenSheet {
            left -= n;
            if (left < 0) {
                throw new BrokenSheet("es demasiado grande al descomprimirlo", "is too large when unpacked");
            }
        }
    }
}
