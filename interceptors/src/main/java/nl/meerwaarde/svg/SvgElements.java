package nl.meerwaarde.svg;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of an SVG, escaped as XML asks. */
public final class SvgElements {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    public SvgElements() {
        try {
            // The JDK's own, so that a picture is the same to the byte whatever library the host brings.
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The JDK writes XML", e);
        }
    }

    /** Opens an element. @param attributes names and values in turn */
    public SvgElements open(String name, Object... attributes) {
        return write(() -> {
            xml.writeStartElement(name);
            if (name.equals("svg")) {
                xml.writeDefaultNamespace(SVG);
            }
            attributes(attributes);
        });
    }

    /** An element without content. */
    public SvgElements empty(String name, Object... attributes) {
        return write(() -> {
            xml.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    /** An element that holds nothing but text. */
    public SvgElements text(String name, String content, Object... attributes) {
        return open(name, attributes)
                .write(() -> xml.writeCharacters(printable(content)))
                .close();
    }

    public SvgElements close() {
        return write(xml::writeEndElement);
    }

    public SvgElements newLine() {
        return write(() -> xml.writeCharacters("\n"));
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            xml.writeAttribute(String.valueOf(attributes[i]), printable(value(attributes[i + 1])));
        }
    }

    /** Numbers to a tenth, which is finer than anybody sees. */
    private static String value(Object value) {
        if (value instanceof Double number) {
            String written = String.format(Locale.ROOT, "%.1f", number);
            return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
        }
        return String.valueOf(value);
    }

    /** What XML 1.0 cannot hold, such as a control character in a title, is left out. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private interface Writing {
        void write() throws XMLStreamException;
    }

    private SvgElements write(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
    }
}
