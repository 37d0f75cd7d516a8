package co.lindero.demo;

import co.lindero.demo.town.PlotKind;
import java.util.HashMap;
import java.util.Map;

/** Numbers the sites of the municipality; zone 01 is the seat, 00 the open land. Not thread-safe. */
final class SiteNumbers {
    static final int STREETS = 9000;
    private final Veredas veredas;
    private final Map<String, Integer> used = new HashMap<>();

    SiteNumbers(Veredas veredas) {
        this.veredas = veredas;
    }

    /** Returns the next number where a site lies. */
    ParcelNumber next(Site site, int condition) {
        if (!site.isSettled() || site.soil() == Site.Soil.EXPANSION) {
            int vereda = veredas.of(site);
            int plot = used.merge("R" + vereda, 1, Integer::sum);
            return new ParcelNumber(0, 1, 0, 0, vereda, plot, condition, ParcelNumber.WHOLE);
        }
        int block =
                site.plot().block() == 0 ? STREETS + site.estate() : site.plot().block();
        int plot = used.merge(site.town() + "/" + block, 1, Integer::sum);
        return new ParcelNumber(zone(site), 1, 0, barrio(site), block, plot, condition, ParcelNumber.WHOLE);
    }

    static int zone(Site site) {
        return site.town() + 1;
    }

    static int barrio(Site site) {
        return site.estate() + 1;
    }

    static int condition(PlotKind kind) {
        return switch (kind) {
            case LOT, FARM -> 0;
            case STREET, ROAD -> 4;
            case PARK, RIVER -> 3;
        };
    }

    /** Returns a number in the same block and of the same plot, for a unit of it. */
    static ParcelNumber unit(ParcelNumber parent, int condition, String unit) {
        return new ParcelNumber(
                parent.zone(),
                parent.sector(),
                parent.commune(),
                parent.barrio(),
                parent.block(),
                parent.plot(),
                condition,
                unit);
    }
}
