package co.lindero.landuse;

import co.lindero.cadastre.Parcel;
import co.lindero.cadastre.Parcel.LotArea;
import co.lindero.landuse.ThemeJudge.Judged;
import co.lindero.norm.ConditionNames;
import co.lindero.norm.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the parcel alone tells a condition: the lot's area, and its land class where it is one class from edge to edge. Whatever
 * else a condition asks for, a proposal must say. Pure.
 *
 * @param lotArea registered area, else the drawn one; null where the parcel is not drawn
 * @param values values by the names of conditions
 */
record KnownFacts(@Nullable LotArea lotArea, Map<String, Object> values) {
    static final String LOT_AREA = Quantity.LOT_AREA_M2.code();

    KnownFacts {
        values = Map.copyOf(values);
    }

    static KnownFacts of(Parcel plot, List<Judged> themes) {
        Map<String, Object> values = new HashMap<>();
        plot.lotArea().ifPresent(area -> values.put(LOT_AREA, area.m2()));
        themes.stream()
                .filter(theme -> theme.scope().code().equals("land-class"))
                .findFirst()
                .flatMap(KnownFacts::onlyZone)
                .ifPresent(code -> values.put(ConditionNames.LAND_CLASS, code.toLowerCase(Locale.ROOT)));
        return new KnownFacts(plot.lotArea().orElse(null), values);
    }

    /** The zone that has the parcel to itself; nothing where there are two, or ground without. */
    private static Optional<String> onlyZone(Judged theme) {
        boolean whole = theme.parts().size() == 1
                && theme.uncovered().signum() == 0
                && theme.unknown().signum() == 0
                && theme.outsideGround().signum() == 0;
        return whole ? Optional.ofNullable(theme.parts().get(0).row().zoneCode()) : Optional.empty();
    }
}
