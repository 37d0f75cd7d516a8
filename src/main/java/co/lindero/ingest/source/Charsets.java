package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of encodings as people, .cpg files and DBF headers write them. */
final class Charsets {
    /** DBF language bytes that name one encoding (dBASE and FoxPro tables). */
    private static final Map<Integer, String> LANGUAGE_IDS = Map.ofEntries(
            Map.entry(0x01, "IBM437"),
            Map.entry(0x02, "IBM850"),
            Map.entry(0x03, "windows-1252"),
            Map.entry(0x08, "IBM865"),
            Map.entry(0x13, "windows-31j"),
            Map.entry(0x26, "IBM866"),
            Map.entry(0x4d, "GBK"),
            Map.entry(0x4f, "Big5"),
            Map.entry(0x57, "windows-1252"),
            Map.entry(0x58, "windows-1252"),
            Map.entry(0x59, "windows-1252"),
            Map.entry(0x64, "IBM852"),
            Map.entry(0x65, "IBM866"),
            Map.entry(0xc8, "windows-1250"),
            Map.entry(0xc9, "windows-1251"));

    private Charsets() {}

    static Charset require(String name) {
        return find(name)
                .orElseThrow(() -> Problem.of(
                                ProblemType.SOURCE_UNREADABLE,
                                "La codificación «" + name + "» no existe.",
                                "There is no encoding '" + name + "'.")
                        .hint("Use UTF-8, ISO-8859-1 o windows-1252.", "Use UTF-8, ISO-8859-1 or windows-1252."));
    }

    static Optional<Charset> find(String name) {
        String trimmed = name.strip().toUpperCase(Locale.ROOT);
        String known = switch (trimmed) {
            case "LATIN1", "LATIN-1", "88591", "8859_1", "8859-1" -> "ISO-8859-1";
            case "ANSI 1252", "1252", "CP1252", "ANSI", "WIN1252", "LDID/87" -> "windows-1252";
            case "UTF8", "65001" -> "UTF-8";
            default -> trimmed;
        };
        try {
            return Optional.of(Charset.forName(known));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    static Optional<Charset> ofLanguageId(int id) {
        return Optional.ofNullable(LANGUAGE_IDS.get(id))
                .filter(Charset::isSupported)
                .map(Charset::forName);
    }

    /** The name that GDAL's own recoding, with iconv behind it, understands. */
    static String gdalName(Charset charset) {
        return switch (charset.name()) {
            case "windows-1252" -> "CP1252";
            case "windows-1250" -> "CP1250";
            case "windows-1251" -> "CP1251";
            case "windows-31j" -> "CP932";
            default -> charset.name().startsWith("IBM") ? "CP" + charset.name().substring(3) : charset.name();
        };
    }
}
