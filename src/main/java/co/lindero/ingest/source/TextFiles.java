package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CSV, GeoJSON, GML and KML: valid UTF-8 is read as it is, anything else is transcoded by us or refused. */
final class TextFiles {
    private static final Pattern XML_ENCODING =
            Pattern.compile("^(<\\?xml[^>]*?encoding\\s*=\\s*[\"'])([A-Za-z0-9._-]+)([\"'])");
    private static final int HEAD = 400;

    private TextFiles() {}

    static PreparedFile prepare(DataFile file, @Nullable String encoding, Path temporary, List<String> options)
            throws IOException {
        if (encoding != null) {
            TextEncoding given = new TextEncoding(encoding, TextEncoding.Origin.GIVEN);
            return ready(file, Charsets.require(encoding), given, temporary, options);
        }
        Optional<String> stated = stated(file);
        if (stated.isPresent()) {
            TextEncoding ofFile = new TextEncoding(stated.get(), TextEncoding.Origin.FORMAT);
            return ready(file, Charsets.require(stated.get()), ofFile, temporary, options);
        }
        TextScan scan = TextScan.of(file.path());
        if (scan.invalidAt() >= 0) {
            throw notUtf8(file, scan);
        }
        TextEncoding.Origin origin =
                file.format() == SourceFormat.CSV ? TextEncoding.Origin.GUESSED : TextEncoding.Origin.FORMAT;
        TextEncoding utf8 = new TextEncoding("UTF-8", scan.nonAscii() ? origin : TextEncoding.Origin.ASCII);
        return new PreparedFile(file, file.path(), options, Map.of(), utf8, findings(scan));
    }

    private static PreparedFile ready(
            DataFile file, Charset charset, TextEncoding encoding, Path temporary, List<String> options)
            throws IOException {
        Path path = file.path();
        if (!charset.equals(StandardCharsets.UTF_8)) {
            Path folder = Files.createTempDirectory(Files.createDirectories(temporary), "text-");
            path = folder.resolve(file.path().getFileName());
            transcode(file, charset, path);
        }
        TextScan scan = TextScan.of(path);
        if (scan.invalidAt() >= 0) {
            throw notUtf8(file, scan);
        }
        return new PreparedFile(file, path, options, Map.of(), encoding, findings(scan));
    }

    private static List<SourceFinding> findings(TextScan scan) {
        if (scan.replaced() == 0) {
            return List.of();
        }
        return List.of(SourceFinding.warning(
                "replacement-character",
                scan.replaced() + " caracteres se perdieron antes de la entrega (U+FFFD); el primero está en la línea "
                        + scan.replacedLine() + ".",
                scan.replaced() + " characters were lost before delivery (U+FFFD); the first is on line "
                        + scan.replacedLine() + "."));
    }

    /** The encoding a byte order mark or the XML declaration states, when it is not UTF-8. */
    private static Optional<String> stated(DataFile file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file.path())) {
            head = in.readNBytes(HEAD);
        }
        if (head.length >= 2 && ((head[0] == -1 && head[1] == -2) || (head[0] == -2 && head[1] == -1))) {
            return Optional.of("UTF-16");
        }
        Matcher xml = XML_ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return file.format().isXml() && xml.find() && !xml.group(2).equalsIgnoreCase("UTF-8")
                ? Optional.of(xml.group(2))
                : Optional.empty();
    }

    private static void transcode(DataFile file, Charset charset, Path target) throws IOException {
        try (Reader in = new InputStreamReader(Files.newInputStream(file.path()), charset);
                Writer out = new BufferedWriter(Files.newBufferedWriter(target))) {
            char[] buffer = new char[1 << 15];
            int n = in.read(buffer);
            out.write(head(file, new String(buffer, 0, Math.max(0, n))));
            in.transferTo(out);
        }
    }

    private static String head(DataFile file, String text) {
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        return file.format().isXml() ? XML_ENCODING.matcher(bare).replaceFirst("$1UTF-8$3") : bare;
    }

    private static Problem notUtf8(DataFile file, TextScan scan) {
        return Problem.of(
                        ProblemType.SOURCE_UNREADABLE,
                        "«" + file.label() + "» no está en UTF-8: el byte " + scan.invalidAt() + " (línea "
                                + scan.invalidLine() + ") no lo es.",
                        "'" + file.label() + "' is not UTF-8: byte " + scan.invalidAt() + " (line " + scan.invalidLine()
                                + ") is not.")
                .hint(
                        "Declare la codificación, por ejemplo --encoding windows-1252.",
                        "Declare the encoding, for example --encoding windows-1252.")
                .with("offset", scan.invalidAt());
    }
}
