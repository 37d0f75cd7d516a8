package co.lindero.landuse;

import co.lindero.landuse.LandUseAnswer.Derived;
import co.lindero.plan.Strip;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes strips along watercourses and roads, code by code. Pure. */
final class DerivedWriter {
    private static final int LENGTH_DECIMALS = 4;
    private static final int SHARE_DECIMALS = 6;

    private DerivedWriter() {}

    static List<Derived> write(List<Strip> strips, double drawnM2, Language language) {
        return strips.stream()
                .filter(strip -> strip.code() != null)
                .map(strip -> new Derived(
                        strip.state().code(),
                        String.valueOf(strip.code()),
                        strip.label(),
                        strip.roadOrder(),
                        decimal(strip.halfM(), LENGTH_DECIMALS),
                        BigDecimal.valueOf(strip.distanceM()).setScale(LENGTH_DECIMALS, RoundingMode.HALF_UP),
                        strip.planarM2() == null ? null : AreaBalance.round(strip.planarM2()),
                        strip.planarM2() == null ? null : decimal(strip.planarM2() / drawnM2, SHARE_DECIMALS),
                        strip.text().in(language),
                        strip.sources(),
                        strip.isVerified(),
                        strip.geojson() == null ? null : Json.read(strip.geojson())))
                .toList();
    }

    private static @Nullable BigDecimal decimal(@Nullable Double value, int decimals) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
