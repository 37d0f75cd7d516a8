package co.lindero.ingest.rule;

import co.lindero.norm.Quantity;
import java.math.BigDecimal;

/**
 * The largest figures that a norm can have: beyond them it is a unit or a separator that is wrong. A share of ground cannot
 * pass 1; the others are far beyond any plan of a Colombian municipality, not limits of law.
 */
final class PlausibleFigures {
    private PlausibleFigures() {}

    /** Returns the largest figure, in the quantity's unit. */
    static BigDecimal most(Quantity quantity) {
        return BigDecimal.valueOf(
                switch (quantity) {
                    case OCCUPATION_INDEX, DEDICATION_SHARE -> 1;
                    case CONSTRUCTION_INDEX -> 50;
                    case FLOORS -> 150;
                    case HEIGHT_M -> 500;
                    case FRONT_SETBACK_M, SIDE_SETBACK_M, REAR_SETBACK_M, BUILDING_DISTANCE_M -> 500;
                    case WATERCOURSE_DISTANCE_M, ROAD_AXIS_DISTANCE_M, LOT_FRONTAGE_M, LOT_DEPTH_M -> 10_000;
                    case LOT_AREA_M2, FOOTPRINT_AREA_M2, BUILT_AREA_M2 -> 1_000_000_000;
                    case DWELLINGS, PARKING_SPACES -> 100_000;
                    case DWELLING_DENSITY_HA -> 5_000;
                });
    }
}
