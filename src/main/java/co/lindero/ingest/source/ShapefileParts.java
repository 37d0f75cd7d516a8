package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that make up one Shapefile: whether they are whole, and in which encoding their text is. */
final class ShapefileParts {
    private static final int HEADER_BYTES = 100;
    private static final int MAGIC = 9994;

    private final DataFile file;
    private final List<Path> siblings;
    private final List<SourceFinding> findings = new ArrayList<>();

    ShapefileParts(DataFile file) throws IOException {
        this.file = file;
        String stem = Delivery.stem(file.path().getFileName().toString());
        try (Stream<Path> all = Files.list(file.path().getParent())) {
            this.siblings = all.filter(Files::isRegularFile)
                    .filter(path -> Delivery.stem(path.getFileName().toString()).equals(stem))
                    .toList();
        }
    }

    PreparedFile prepare(@Nullable String given, Path temporary) throws IOException {
        boolean shapes = file.format() == SourceFormat.SHAPEFILE;
        if (shapes) {
            requireWholeShapes();
        }
        Optional<Path> table = part(".dbf");
        if (table.isPresent()) {
            requireWholeTable(table.get());
        } else {
            findings.add(SourceFinding.warning(
                    "no-attributes",
                    "El Shapefile viene sin su archivo .dbf: no trae atributos.",
                    "The Shapefile comes without its .dbf file: it has no attributes."));
        }
        TextEncoding encoding = encoding(given, table);
        List<String> options = encoding.name() == null ? List.of() : List.of("ENCODING=" + gdalName(encoding.name()));
        boolean rebuild = shapes && part(".shx").isEmpty();
        List<DbfText.CutOff> cutOff = cutOff(encoding, table);
        Path path = rebuild || !cutOff.isEmpty() ? copy(temporary, table, cutOff) : file.path();
        Map<String, String> environment = rebuild ? Map.of("SHAPE_RESTORE_SHX", "YES") : Map.of();
        return new PreparedFile(file, path, options, environment, encoding, findings);
    }

    private static String gdalName(String encoding) {
        return Charsets.find(encoding).map(Charsets::gdalName).orElse(encoding);
    }

    private Optional<Path> part(String ending) {
        return siblings.stream()
                .filter(path ->
                        path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending))
                .findFirst();
    }

    private void requireWholeShapes() throws IOException {
        long size = Files.size(file.path());
        if (size < HEADER_BYTES) {
            throw truncated(".shp", size, HEADER_BYTES);
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file.path()))) {
            if (in.readInt() != MAGIC) {
                throw Delivery.unreadable(file.path(), "no es un Shapefile", "is not a Shapefile");
            }
            in.skipNBytes(20);
            long stated = 2L * Integer.toUnsignedLong(in.readInt());
            if (stated > size) {
                throw truncated(".shp", size, stated);
            }
        }
    }

    private void requireWholeTable(Path table) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(table)) {
            head = in.readNBytes(12);
        }
        long size = Files.size(table);
        if (head.length < 12) {
            throw truncated(".dbf", size, 32);
        }
        long records = u16(head, 4) | (long) u16(head, 6) << 16;
        long stated = u16(head, 8) + records * u16(head, 10);
        if (stated > size) {
            throw truncated(".dbf", size, stated);
        }
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    private Problem truncated(String ending, long size, long stated) {
        return Problem.of(
                        ProblemType.SOURCE_UNREADABLE,
                        "«" + file.label() + "» está cortado: el " + ending + " tiene " + size + " bytes y anuncia "
                                + stated + ".",
                        "'" + file.label() + "' is truncated: its " + ending + " has " + size + " bytes and announces "
                                + stated + ".")
                .hint("Pida de nuevo el archivo completo.", "Ask for the complete file again.");
    }

    private static List<DbfText.CutOff> cutOff(TextEncoding encoding, Optional<Path> table) {
        return "UTF-8".equals(encoding.name())
                ? table.flatMap(DbfText::scan).map(DbfText::cutOff).orElse(List.of())
                : List.of();
    }

    /** Links the parts into a folder where the index can be made; a table with cut-off characters is copied. */
    private Path copy(Path temporary, Optional<Path> table, List<DbfText.CutOff> cutOff) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(temporary), "shapes-");
        for (Path sibling : siblings) {
            Path target = folder.resolve(sibling.getFileName());
            if (table.filter(sibling::equals).isPresent() && !cutOff.isEmpty()) {
                Files.copy(sibling, target);
                blank(target, cutOff);
            } else {
                Files.createSymbolicLink(target, sibling.toAbsolutePath());
            }
        }
        if (part(".shx").isEmpty()) {
            findings.add(SourceFinding.warning(
                    "index-rebuilt",
                    "Faltaba el índice .shx; se reconstruyó en una copia temporal.",
                    "The .shx index was missing; it was rebuilt in a temporary copy."));
        }
        return folder.resolve(file.path().getFileName());
    }

    private void blank(Path table, List<DbfText.CutOff> cutOff) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(table.toFile(), "rw")) {
            for (DbfText.CutOff each : cutOff) {
                bytes.seek(each.offset());
                bytes.write(" ".repeat(each.length()).getBytes(StandardCharsets.US_ASCII));
            }
        }
        findings.add(SourceFinding.warning(
                "text-cut-off",
                cutOff.size() + " textos terminan en medio de un carácter; se leyeron sin él.",
                cutOff.size() + " texts end in the middle of a character; they were read without it."));
    }

    private TextEncoding encoding(@Nullable String given, Optional<Path> table) throws IOException {
        Optional<DbfText> text = table.flatMap(DbfText::scan);
        TextEncoding encoding = choose(given, text);
        text.ifPresent(scan -> look(encoding, scan));
        return encoding;
    }

    private TextEncoding choose(@Nullable String given, Optional<DbfText> text) throws IOException {
        if (given != null) {
            return new TextEncoding(Charsets.require(given).name(), TextEncoding.Origin.GIVEN);
        }
        Optional<Path> cpg = part(".cpg");
        if (cpg.isPresent()) {
            String stated =
                    Files.readString(cpg.get(), StandardCharsets.ISO_8859_1).strip();
            Optional<Charset> known = Charsets.find(stated);
            if (known.isPresent()) {
                return new TextEncoding(known.get().name(), TextEncoding.Origin.CPG);
            }
        }
        if (text.isEmpty() || !text.get().nonAscii()) {
            return new TextEncoding("UTF-8", TextEncoding.Origin.ASCII);
        }
        Optional<Charset> ofHeader = Charsets.ofLanguageId(text.get().languageId());
        if (ofHeader.isPresent()) {
            return new TextEncoding(ofHeader.get().name(), TextEncoding.Origin.LANGUAGE_ID);
        }
        return new TextEncoding(text.get().validUtf8() ? "UTF-8" : "windows-1252", TextEncoding.Origin.GUESSED);
    }

    private void look(TextEncoding encoding, DbfText text) {
        boolean utf8 = "UTF-8".equals(encoding.name());
        if (utf8 && !text.validUtf8()) {
            throw Problem.of(
                            ProblemType.SOURCE_UNREADABLE,
                            "«" + file.label() + "» dice estar en UTF-8, pero el registro " + text.firstInvalidRecord()
                                    + " no lo está.",
                            "'" + file.label() + "' claims to be UTF-8 but record " + text.firstInvalidRecord()
                                    + " is not.")
                    .hint(
                            "Declare la codificación, por ejemplo --encoding windows-1252.",
                            "Declare the encoding, for example --encoding windows-1252.");
        }
        if (encoding.origin() == TextEncoding.Origin.GUESSED) {
            findings.add(SourceFinding.warning(
                    "encoding-guessed",
                    "El Shapefile no dice su codificación; por sus bytes se leyó como " + encoding.name()
                            + ". Revise los acentos o declare --encoding.",
                    "The Shapefile does not state its encoding; by its bytes it was read as " + encoding.name()
                            + ". Check the accents or declare --encoding."));
        } else if (!utf8 && text.nonAscii() && text.validUtf8()) {
            findings.add(SourceFinding.warning(
                    "encoding-doubtful",
                    "Se leyó como " + encoding.name()
                            + ", pero sus bytes también son UTF-8 válido. Si los acentos se ven"
                            + " mal, declare --encoding UTF-8.",
                    "Read as " + encoding.name() + ", but its bytes are valid UTF-8 as well. If accents look wrong,"
                            + " declare --encoding UTF-8."));
        }
        if (utf8 && text.replaced() > 0) {
            findings.add(SourceFinding.warning(
                    "replacement-character",
                    text.replaced() + " caracteres se perdieron antes de la entrega (U+FFFD); registros "
                            + text.replacedRecords() + ".",
                    text.replaced() + " characters were lost before delivery (U+FFFD); records "
                            + text.replacedRecords() + "."));
        }
    }
}
