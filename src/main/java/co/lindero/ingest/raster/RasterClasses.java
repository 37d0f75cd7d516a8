package co.lindero.ingest.raster;

import co.lindero.law.Bilingual;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a raster become levels of hazard: by the lowest value of each level, or by a list of values that each mean
 * a level. Values are compared as 32-bit numbers, in which rasters hold them.
 *
 * @param by how
 * @param classes thresholds, lowest first, or values in their order
 * @legal Decreto 1077 de 2015, art. 2.2.2.1.3.1.3: hazard zoning in high, medium and low
 */
public record RasterClasses(By by, List<RasterClass> classes) {
    /** Class of a cell without value. */
    public static final byte NO_VALUE = -1;
    /** Class of a cell whose value is below every threshold, or is said to mean none. */
    public static final byte NONE = 0;
    /** Class of a cell whose value is not in the list. */
    public static final byte UNLISTED = -2;

    private static final String EXAMPLE_THRESHOLDS = "--thresholds Baja=0.1,Media=0.5,Alta=1.0";
    private static final String EXAMPLE_CLASSES = "--classes 0=ninguna,1=Baja,2=Media,3=Alta";

    /** Whether a value in the list is the lowest of its level, or the one value that means it. */
    public enum By {
        THRESHOLD,
        VALUE
    }

    /**
     * A value and the level that it means.
     *
     * @param level level; of a value in a list {@code NONE} too
     */
    public record RasterClass(RasterLevel level, float value) {}

    public RasterClasses {
        classes = List.copyOf(classes);
    }

    /**
     * Parses what the command says.
     *
     * @param thresholds levels with their lowest values, such as {@code Baja=0.1,Media=0.5,Alta=1}
     * @param values values with their levels, such as {@code 1=Baja,2=Media,3=Alta}
     * @throws Problem that tells all that is wrong: neither or both, an unknown level, no number, out of order, said twice
     */
    public static RasterClasses parse(@Nullable String thresholds, @Nullable String values) {
        if ((thresholds == null) == (values == null)) {
            throw Problem.of(
                            ProblemType.MISSING_PARAMETER,
                            "Un ráster necesita --thresholds, o --classes si sus valores son clases; uno de los dos.",
                            "A raster needs --thresholds, or --classes where its values are classes; one of the two.")
                    .hint(
                            "Por ejemplo " + EXAMPLE_THRESHOLDS + ", o " + EXAMPLE_CLASSES + ".",
                            "For example " + EXAMPLE_THRESHOLDS + ", or " + EXAMPLE_CLASSES + ".");
        }
        List<Bilingual> faults = new ArrayList<>();
        By by = thresholds == null ? By.VALUE : By.THRESHOLD;
        List<RasterClass> list = read(by, thresholds == null ? String.valueOf(values) : thresholds, faults);
        if (faults.isEmpty()) {
            check(by, list, faults);
        }
        if (!faults.isEmpty()) {
            throw faulty(by, faults);
        }
        return new RasterClasses(
                by,
                list.stream()
                        .sorted(Comparator.comparingDouble(RasterClass::value))
                        .toList());
    }

    private static List<RasterClass> read(By by, String text, List<Bilingual> faults) {
        boolean semicolons = text.contains(";");
        List<RasterClass> list = new ArrayList<>();
        for (String item : text.split(semicolons ? ";" : ",", -1)) {
            String[] sides = item.split("=", -1);
            if (sides.length != 2) {
                faults.add(new Bilingual(
                        "«" + item.strip() + "» no es nivel=valor", "\"" + item.strip() + "\" is not level=value"));
                continue;
            }
            String level = by == By.THRESHOLD ? sides[0] : sides[1];
            String number = (by == By.THRESHOLD ? sides[1] : sides[0]).strip();
            Float value = number(semicolons ? number.replace(',', '.') : number);
            RasterLevel known = RasterLevel.find(level)
                    .filter(found -> by == By.VALUE || found != RasterLevel.NONE)
                    .orElse(null);
            if (value == null) {
                faults.add(new Bilingual("«" + number + "» no es un número", "\"" + number + "\" is no number"));
            }
            if (known == null) {
                faults.add(new Bilingual(
                        "«" + level.strip() + "» no es un nivel: se reconocen " + RasterLevel.names(by == By.VALUE),
                        "\"" + level.strip() + "\" is no level: recognised are " + RasterLevel.names(by == By.VALUE)));
            }
            if (value != null && known != null) {
                list.add(new RasterClass(known, value));
            }
        }
        return list;
    }

    private static @Nullable Float number(String text) {
        if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?")) {
            return null;
        }
        float value = Float.parseFloat(text);
        return Float.isInfinite(value) ? null : value;
    }

    private static void check(By by, List<RasterClass> list, List<Bilingual> faults) {
        if (by == By.VALUE) {
            list.stream()
                    .collect(Collectors.groupingBy(RasterClass::value, Collectors.counting()))
                    .forEach((value, count) -> {
                        if (count > 1) {
                            faults.add(new Bilingual(
                                    "el valor " + value + " se dice dos veces", "value " + value + " is said twice"));
                        }
                    });
            return;
        }
        Map<RasterLevel, Float> lowest = new EnumMap<>(RasterLevel.class);
        for (RasterClass each : list) {
            if (lowest.put(each.level(), each.value()) != null) {
                faults.add(new Bilingual(
                        "el nivel " + each.level().code() + " se dice dos veces",
                        "level " + each.level().code() + " is said twice"));
            }
        }
        List<RasterLevel> rising = List.copyOf(lowest.keySet());
        for (int i = 1; i < rising.size(); i++) {
            float lower = lowest.get(rising.get(i - 1));
            float higher = lowest.get(rising.get(i));
            if (!(higher > lower)) {
                faults.add(new Bilingual(
                        "el umbral de " + rising.get(i).code() + " (" + higher + ") debe ser mayor que el de "
                                + rising.get(i - 1).code() + " (" + lower + ")",
                        "the threshold of " + rising.get(i).code() + " (" + higher + ") must be more than that of "
                                + rising.get(i - 1).code() + " (" + lower + ")"));
            }
        }
    }

    private static Problem faulty(By by, List<Bilingual> faults) {
        String option = by == By.THRESHOLD ? "--thresholds: " : "--classes: ";
        String example = by == By.THRESHOLD ? EXAMPLE_THRESHOLDS : EXAMPLE_CLASSES;
        return Problem.of(
                        ProblemType.INVALID_PARAMETER,
                        option + faults.stream().map(Bilingual::es).collect(Collectors.joining("; ")) + ".",
                        option + faults.stream().map(Bilingual::en).collect(Collectors.joining("; ")) + ".")
                .hint("Por ejemplo " + example + ".", "For example " + example + ".");
    }

    /** Returns the class of a value: the rank of its level, or one of the constants. */
    public byte of(float value) {
        if (Float.isNaN(value)) {
            return NO_VALUE;
        }
        if (by == By.VALUE) {
            for (RasterClass each : classes) {
                if (each.value() == value) {
                    return each.level().rank();
                }
            }
            return UNLISTED;
        }
        byte found = NONE;
        for (RasterClass each : classes) {
            if (value >= each.value()) {
                found = each.level().rank();
            }
        }
        return found;
    }
}
