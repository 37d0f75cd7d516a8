package co.lindero.ingest.raster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Levels of hazard that the values of a raster may mean, by the values of LADM_COL, lowest first. */
public enum RasterLevel {
    NONE(0, "ninguna", "ninguna|ninguno|none|nada"),
    LOW(1, "Baja", "baja|bajo|low"),
    MEDIUM(2, "Media", "media|medio|moderada|moderado|medium"),
    HIGH(3, "Alta", "alta|alto|high");

    private final byte rank;
    private final String code;
    private final String words;

    RasterLevel(int rank, String code, String words) {
        this.rank = (byte) rank;
        this.code = code;
        this.words = words;
    }

    /** Returns the official value. */
    public String code() {
        return code;
    }

    /** Returns its place in the order: 0 none, 1 low, 2 medium, 3 high. */
    public byte rank() {
        return rank;
    }

    /** Finds a level by its name, without regard to case and accents. */
    static Optional<RasterLevel> find(String name) {
        String folded = Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(level -> folded.matches(level.words))
                .findFirst();
    }

    /** Returns the official values for a message. */
    static String names(boolean withNone) {
        return Arrays.stream(values())
                .filter(level -> withNone || level != NONE)
                .map(RasterLevel::code)
                .collect(Collectors.joining(", "));
    }
}
