package co.lindero.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads headers such as {@code Accept} and {@code Accept-Language}: values with weights, RFC 9110 section 12.4.2. */
final class WeightedList {
    private static final int LONGEST = 1_000;

    private WeightedList() {}

    /**
     * One value of the header.
     *
     * @param value in lower case, without parameters
     * @param weight 0 to 1
     */
    record Weighted(String value, double weight) {}

    /** Returns the values in the order of the header; what cannot be read is left out. */
    static List<Weighted> read(@Nullable String header) {
        List<Weighted> values = new ArrayList<>();
        if (header == null || header.length() > LONGEST) {
            return values;
        }
        for (String element : header.split(",", -1)) {
            String[] parts = element.split(";", -1);
            String value = parts[0].strip().toLowerCase(Locale.ROOT);
            if (!value.isEmpty()) {
                values.add(new Weighted(value, weight(parts)));
            }
        }
        return values;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.matches("[qQ]=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
                return Double.parseDouble(parameter.substring(2));
            }
        }
        return 1;
    }
}
