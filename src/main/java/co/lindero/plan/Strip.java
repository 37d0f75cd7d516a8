package co.lindero.plan;

import co.lindero.law.Bilingual;
import co.lindero.law.LegalSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of distance says of some ground where no official zones are loaded: a strip along a channel or a road. It is drawn
 * by Lindero, not delimited by anybody.
 *
 * @param theme riparian-buffer or road-reservation
 * @param code code of the lines; null for the union of all strips of the theme
 * @param label name of the lines
 * @param roadOrder order of the road, 1 to 3; null for watercourses and where the order is not stated
 * @param halfM width on each side, m; null where the order of the road is not stated, so that nothing can be drawn
 * @param distanceM distance from the line, m
 * @param planarM2 ground in the strip, m2, planar, unrounded; null where nothing can be drawn
 * @param geojson the strip on the ground
 * @legal Decreto-Ley 2811 de 1974, art. 83, lit. d; Decreto 1076 de 2015, art. 2.2.3.2.3A.2 (Decreto 2245 de 2017); Ley 1228 de
 *     2008, art. 2
 */
public record Strip(
        String theme,
        @Nullable String code,
        @Nullable String label,
        @Nullable Integer roadOrder,
        @Nullable Double halfM,
        double distanceM,
        @Nullable Double planarM2,
        @Nullable String geojson) {
    private static final String NOT_DELIMITED_ES = "; no hay delimitación oficial cargada";
    private static final String NOT_DELIMITED_EN = "; no official delimitation is loaded";

    /** What a strip is worth. */
    public enum State {
        /** Drawn as a precaution; the environmental authority delimits. */
        PREVENTIVE_NOT_DELIMITED,
        /** The law gives the width; nobody has drawn it. */
        BY_LAW_NOT_DELIMITED,
        /** A road is within reach whose order, and so whose strip, is not known. */
        ORDER_NOT_STATED;

        /** Returns the name in answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns what it is worth. */
    public State state() {
        if (theme.equals(StripRules.RIPARIAN)) {
            return State.PREVENTIVE_NOT_DELIMITED;
        }
        return halfM == null && code != null ? State.ORDER_NOT_STATED : State.BY_LAW_NOT_DELIMITED;
    }

    /** Returns the strip without its drawing. */
    public Strip undrawn() {
        return new Strip(theme, code, label, roadOrder, halfM, distanceM, planarM2, null);
    }

    /** Whether it is known to lie on the ground. */
    public boolean isDrawn() {
        return planarM2 != null;
    }

    /** Returns what it says, for people. */
    public Bilingual text() {
        String name = label == null || label.equals(code) ? String.valueOf(code) : code + " (" + label + ")";
        return switch (state()) {
            case PREVENTIVE_NOT_DELIMITED ->
                new Bilingual(
                        "Franja preventiva de " + metres() + " m desde el cauce " + name + NOT_DELIMITED_ES
                                + ": la ronda la delimita la autoridad ambiental y puede ser otra.",
                        "Preventive strip of " + metres() + " m from channel " + name + NOT_DELIMITED_EN
                                + ": the environmental authority delimits the buffer, which may differ.");
            case BY_LAW_NOT_DELIMITED ->
                new Bilingual(
                        "Franja de exclusión de la vía " + name + ", de orden " + roadOrder + ": " + metres()
                                + " m a cada lado del eje" + NOT_DELIMITED_ES + ".",
                        "Exclusion strip of road " + name + ", of order " + roadOrder + ": " + metres()
                                + " m on each side of the axis" + NOT_DELIMITED_EN + ".");
            case ORDER_NOT_STATED ->
                new Bilingual(
                        "La vía " + name + " está cerca y los datos no dicen su orden: no se sabe si su franja de"
                                + " exclusión toca el terreno.",
                        "Road " + name + " is near and the data do not state its order: whether its exclusion strip"
                                + " reaches the ground is not known.");
        };
    }

    private String metres() {
        return halfM == null
                ? "?"
                : BigDecimal.valueOf(halfM).stripTrailingZeros().toPlainString();
    }

    /**
     * Whether the width was read in a text of the norm. The width along channels is quoted by official acts that rest on it; how the
     * law on roads measures its widths was read at second hand only, and double carriageways are not told apart.
     */
    public boolean isVerified() {
        return theme.equals(StripRules.RIPARIAN);
    }

    /** Returns the norms that give the strip. */
    public List<LegalSource> sources() {
        return theme.equals(StripRules.RIPARIAN)
                ? List.of(
                        new LegalSource("Decreto-Ley 2811 de 1974", "83, literal d", null, null),
                        new LegalSource("Decreto 1076 de 2015 (Decreto 2245 de 2017)", "2.2.3.2.3A.2", null, null))
                : List.of(new LegalSource("Ley 1228 de 2008", "2", null, null));
    }
}
