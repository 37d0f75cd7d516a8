package co.lindero.revision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parcels and ground counted by what happens to them. Not thread-safe. */
final class Tally {
    private static final double M2_PER_HA = 10_000;
    private static final int DECIMALS = 4;

    private final Map<Key, Sum> sums = new TreeMap<>(Comparator.comparing(Key::text));

    /** What happens. */
    record Key(
            String theme,
            String subject,
            @Nullable String from,
            @Nullable String to) {
        private String text() {
            return String.join("\n", theme, subject, from == null ? "" : from, to == null ? "" : to);
        }
    }

    private static final class Sum {
        private final Set<Long> parcels = new HashSet<>();
        private final Set<Long> unmeasured = new HashSet<>();
        private double m2;
    }

    /**
     * What was counted.
     *
     * @param parcels parcels concerned
     * @param areaHa ground measured, hectares, planar, to 0.0001
     * @param notMeasured parcels of these on which the ground was not measured
     */
    record Row(
            String theme,
            String subject,
            @Nullable String from,
            @Nullable String to,
            int parcels,
            BigDecimal areaHa,
            int notMeasured) {}

    void add(Key key, long parcel, @Nullable Double m2) {
        Sum sum = sums.computeIfAbsent(key, any -> new Sum());
        sum.parcels.add(parcel);
        if (m2 == null) {
            sum.unmeasured.add(parcel);
        } else {
            sum.m2 += m2;
        }
    }

    /** Returns the rows, in order of theme, subject, from and to. */
    List<Row> rows() {
        return sums.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey().theme(),
                        entry.getKey().subject(),
                        entry.getKey().from(),
                        entry.getKey().to(),
                        entry.getValue().parcels.size(),
                        hectares(entry.getValue().m2),
                        entry.getValue().unmeasured.size()))
                .toList();
    }

    static BigDecimal hectares(double m2) {
        return BigDecimal.valueOf(m2 / M2_PER_HA).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
