package co.lindero.demo;

import co.lindero.demo.town.Plot;
import co.lindero.demo.town.PlotKind;
import java.util.HashMap;
import java.util.Map;

/** Numbers the plots of one settlement and its land, block by block. Not thread-safe. */
final class PlotNumbers {
    private final int zone;
    private final int sector;
    private final int vereda;
    private final Map<Integer, Integer> used = new HashMap<>();

    /**
     * @param zone zone of the settlement, from 1
     * @param sector sector of the settlement and of its land
     * @param vereda vereda of its land
     */
    PlotNumbers(int zone, int sector, int vereda) {
        this.zone = zone;
        this.sector = sector;
        this.vereda = vereda;
    }

    /** Returns the next number in the plot's block; streets are in block 9000 and on. */
    ParcelNumber next(Plot plot) {
        int condition = condition(plot.kind());
        boolean isRural = plot.kind() == PlotKind.FARM || plot.kind() == PlotKind.ROAD || plot.kind() == PlotKind.RIVER;
        if (isRural) {
            return new ParcelNumber(
                    0, sector, 0, 0, vereda, used.merge(-1, 1, Integer::sum), condition, ParcelNumber.WHOLE);
        }
        int block = plot.block() == 0 ? 9000 : plot.block();
        return new ParcelNumber(
                zone, sector, 1, 1, block, used.merge(block, 1, Integer::sum), condition, ParcelNumber.WHOLE);
    }

    private static int condition(PlotKind kind) {
        return switch (kind) {
            case LOT, FARM -> 0;
            case STREET, ROAD -> 4;
            case PARK, RIVER -> 3;
        };
    }
}
